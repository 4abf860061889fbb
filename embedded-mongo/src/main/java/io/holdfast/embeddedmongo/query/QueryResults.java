package io.holdfast.embeddedmongo.query;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;

/**
 * The results of a query, skipped, limited and projected while they are read.
 *
 * @param <T> the form into which each document is projected
 */
public final class QueryResults<T> implements Iterator<T> {

    private final DocumentCursor source;
    private final Function<DocumentCursor, T> projection;
    private long skip;
    private long left;
    private boolean ready;

    /** @param limit 0 for no limit */
    QueryResults(DocumentCursor source, long skip, long limit, Function<DocumentCursor, T> projection) {
        this.source = source;
        this.skip = skip;
        this.left = limit == 0 ? Long.MAX_VALUE : limit;
        this.projection = projection;
    }

    @Override
    public boolean hasNext() {
        while (skip > 0 && source.advance()) {
            skip--;
        }
        if (!ready && left > 0 && source.advance()) {
            ready = true;
            left--;
        }
        return ready;
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        ready = false;
        return projection.apply(source);
    }
}
