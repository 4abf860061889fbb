package io.holdfast.command.retuning;

import io.holdfast.command.queryside.OutcomePages;
import io.holdfast.query.FindOutcomes;
import io.holdfast.query.LabelledShipment;
import java.time.LocalDate;
import java.util.function.Consumer;

/** The outcomes that a user may see, read page by page. */
final class FeedOutcomes implements KnownOutcomes {
    private final OutcomePages pages;

    FeedOutcomes(OutcomePages pages) {
        this.pages = pages;
    }

    @Override
    public void examined(LocalDate from, LocalDate to, Consumer<LabelledShipment> each) {
        pages.rows(filter(from, to, true)).forEach(each);
    }

    @Override
    public void all(LocalDate from, LocalDate to, Consumer<LabelledShipment> each) {
        pages.rows(filter(from, to, false)).forEach(each);
    }

    private static FindOutcomes.Filter filter(LocalDate from, LocalDate to, boolean examinedOnly) {
        return new FindOutcomes.Filter(from, to, null, null, examinedOnly, null);
    }
}
