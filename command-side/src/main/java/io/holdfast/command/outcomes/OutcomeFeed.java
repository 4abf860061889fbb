package io.holdfast.command.outcomes;

import io.holdfast.actor.Actor;
import io.holdfast.query.FindOutcomes;
import io.holdfast.query.LabelledShipment;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Labelled shipments from the query side: it may be a moment behind. */
public interface OutcomeFeed {
    /** At most so many rows on a page, and so many in memory. */
    int PAGE = 1000;

    /**
     * Opens the feed for the person whose request the current thread serves. The pages can be asked for by any thread, also
     * after the request is over.
     */
    Pages open(Actor actor);

    /** The pages that the person sees. */
    @FunctionalInterface
    interface Pages {
        /**
         * The page after a position.
         *
         * @throws OutcomesUnreachableException when there is no answer
         */
        FindOutcomes.Page page(FindOutcomes.Filter filter, long after);

        /** All rows of a filter, asked for page by page as they are needed. */
        default Iterable<LabelledShipment> rows(FindOutcomes.Filter filter) {
            return () -> new Rows(this, filter);
        }
    }

    /** Goes from page to page. */
    final class Rows implements Iterator<LabelledShipment> {
        private final Pages pages;
        private final FindOutcomes.Filter filter;
        private Iterator<LabelledShipment> page = List.<LabelledShipment>of().iterator();
        private @Nullable Long next = FindOutcomes.FROM_THE_BEGINNING;

        private Rows(Pages pages, FindOutcomes.Filter filter) {
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
