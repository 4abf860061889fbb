package io.holdfast.command.queryside;

import io.holdfast.query.FindOutcomes;
import io.holdfast.query.LabelledShipment;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Labelled shipments that one user may see, page by page. */
@FunctionalInterface
public interface OutcomePages {
    /**
     * The page after a position, with at most {@value QuerySide#OUTCOMES} rows.
     *
     * @throws QuerySideUnreachableException when there is no answer
     */
    FindOutcomes.Page page(FindOutcomes.Filter filter, long after);

    /** All rows that match a filter; pages are fetched as they are needed. */
    default Iterable<LabelledShipment> rows(FindOutcomes.Filter filter) {
        return () -> new Rows(this, filter);
    }

    /** Iterates over the rows, page by page. */
    final class Rows implements Iterator<LabelledShipment> {
        private final OutcomePages pages;
        private final FindOutcomes.Filter filter;
        private Iterator<LabelledShipment> page = List.<LabelledShipment>of().iterator();
        private @Nullable Long next = FindOutcomes.FROM_THE_BEGINNING;

        private Rows(OutcomePages pages, FindOutcomes.Filter filter) {
            this.pages = pages;
            this.filter = filter;
        }

        @Override
        public boolean hasNext() {
            while (!page.hasNext() && next != null) {
                FindOutcomes.Page found = pages.page(filter, next);
                page = found.items().iterator();
                next = found.next();
            }
            return page.hasNext();
        }

        @Override
        public LabelledShipment next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return page.next();
        }
    }
}
