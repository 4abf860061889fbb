package io.holdfast.embeddedmongo;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;

/**
 * The answer to a read, made while it is taken: skipped, limited and projected.
 *
 * @param <T> what each document becomes
 */
final class Results<T> implements Iterator<T> {

    /** What answers come from: in the order asked for. */
    interface Source {
        boolean advance();

        /** As it is stored: BSON. */
        byte[] bytes();

        Document document();
    }

    private final Source source;
    private final Function<Source, T> projection;
    private long skip;
    private long left;
    private boolean ready;

    /** @param limit 0 for none */
    Results(Source source, long skip, long limit, Function<Source, T> projection) {
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
