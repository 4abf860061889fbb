package io.holdfast.projection.audittrail.web;

import io.holdfast.query.AuditEntry;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** All entries that a question has, asked for page by page while they are written, so that memory holds one page. */
final class AuditExport<P> implements Iterator<AuditEntry> {
    private final Function<@Nullable String, P> ask;
    private final Function<P, List<AuditEntry>> items;
    private final Function<P, @Nullable String> next;
    private Iterator<AuditEntry> page;
    private @Nullable String cursor;

    private AuditExport(
            P first,
            Function<@Nullable String, P> ask,
            Function<P, List<AuditEntry>> items,
            Function<P, @Nullable String> next) {
        this.ask = ask;
        this.items = items;
        this.next = next;
        this.page = items.apply(first).iterator();
        this.cursor = next.apply(first);
    }

    /**
     * The entries; can be gone through once. The first page is asked for at once, so that a refusal is still answered as one.
     *
     * @param ask for the page after a cursor
     */
    static <P> Iterable<AuditEntry> of(
            Function<@Nullable String, P> ask,
            Function<P, List<AuditEntry>> items,
            Function<P, @Nullable String> next) {
        var export = new AuditExport<>(ask.apply(null), ask, items, next);
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
    public AuditEntry next() {
        if (!hasNext()) {
            throw new NoSuchElementException("The export is over");
        }
        return page.next();
    }

    /**
     * What is half written cannot turn into a problem any more, whatever the reason is: the connection must break, or the
     * export would seem complete.
     */
    private P following() {
        try {
            return ask.apply(cursor);
        } catch (RuntimeException refused) {
            throw new ExportBrokenOffException(refused);
        }
    }
}
