package io.holdfast.projection.answer;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All rows of a query, fetched page by page while they are written, so only one page is in memory.
 *
 * @param <P> a page
 * @param <T> a row
 */
public final class Export<P, T> implements Iterator<T> {
    private final Function<@Nullable String, P> ask;
    private final Function<P, List<T>> items;
    private final Function<P, @Nullable String> next;
    private Iterator<T> page;
    private @Nullable String cursor;

    private Export(
            P first,
            Function<@Nullable String, P> ask,
            Function<P, List<T>> items,
            Function<P, @Nullable String> next) {
        this.ask = ask;
        this.items = items;
        this.next = next;
        this.page = items.apply(first).iterator();
        this.cursor = next.apply(first);
    }

    /**
     * The rows, to be iterated once. The first page is fetched immediately, so a query that is refused still gets a
     * proper error response.
     *
     * @param ask fetches the page after a cursor
     */
    public static <P, T> Iterable<T> of(
            Function<@Nullable String, P> ask, Function<P, List<T>> items, Function<P, @Nullable String> next) {
        var export = new Export<>(ask.apply(null), ask, items, next);
        return () -> export;
    }

    @Override
    public boolean hasNext() {
        while (!page.hasNext() && cursor != null) {
            P following = following();
            page = items.apply(following).iterator();
            cursor = next.apply(following);
        }
        return page.hasNext();
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException("The export is over");
        }
        return page.next();
    }

    /**
     * Fetches the next page. Once writing has begun, a failure can no longer become a problem response: the connection
     * must break, or the export would look complete.
     */
    private P following() {
        try {
            return ask.apply(cursor);
        } catch (RuntimeException refused) {
            throw new ExportBrokenOffException(refused);
        }
    }
}
