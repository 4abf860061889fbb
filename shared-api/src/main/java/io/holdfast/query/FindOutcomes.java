package io.holdfast.query;

import io.holdfast.actor.PortScope;
import io.holdfast.value.PortCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of the shipments that were screened or selected? In the order in which the log holds the decisions.
 *
 * @param scope the ports that the caller sees
 * @param filter which shipments
 * @param after only those decided after this position; {@link #FROM_THE_BEGINNING} for all
 * @param limit at most so many
 */
public record FindOutcomes(PortScope scope, Filter filter, long after, int limit) {
    /** No position is before it. */
    public static final long FROM_THE_BEGINNING = -1;

    /** Every shipment, as known now. */
    public static final Filter EVERY = new Filter(null, null, null, null, false, null);

    /**
     * Which shipments; what is absent does not matter.
     *
     * @param from declared on this day or later
     * @param to declared on this day or earlier
     * @param port the port of entry
     * @param basis how the decision fell
     * @param examinedOnly only those that were examined
     * @param asKnownOn everything as it was known at this moment; what was decided later is left out
     */
    public record Filter(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable PortCode port,
            @Nullable Basis basis,
            boolean examinedOnly,
            @Nullable Instant asKnownOn) {}

    /** How the decision fell: the bases of selection, and that there was none. */
    public enum Basis {
        RULES,
        RANDOM,
        INTELLIGENCE,
        MANUAL,
        CLEARED
    }

    /**
     * A page.
     *
     * @param next after which position the next page begins; absent on the last one
     * @param position what the log holds up to this position is in the answer; -1 before the first event
     */
    public record Page(
            List<LabelledShipment> items, @Nullable Long next, long position) {
        public Page {
            items = List.copyOf(items);
        }
    }

    /** The same question for what was decided after a position. */
    public FindOutcomes after(long other) {
        return new FindOutcomes(scope, filter, other, limit);
    }
}
