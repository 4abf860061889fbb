package io.holdfast.query;

import io.holdfast.actor.PortScope;
import io.holdfast.value.PortCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Query: the outcomes of shipments that were screened or selected, in the order of the decisions in the log.
 *
 * @param scope the ports that the caller may see
 * @param filter limits which shipments are returned
 * @param after only those decided after this position; {@link #FROM_THE_BEGINNING} for all
 * @param limit the most shipments to return
 */
public record FindOutcomes(PortScope scope, Filter filter, long after, int limit) {
    /** Less than every position. */
    public static final long FROM_THE_BEGINNING = -1;

    /** Matches every shipment, as known now. */
    public static final Filter EVERY = new Filter(null, null, null, null, false, null);

    /**
     * Limits which shipments are returned; absent criteria match everything.
     *
     * @param from declared on this day or later
     * @param to declared on this day or earlier
     * @param port the port of entry
     * @param basis the kind of decision
     * @param examinedOnly only those that were examined
     * @param asKnownOn use only what had been decided by this moment
     */
    public record Filter(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable PortCode port,
            @Nullable Basis basis,
            boolean examinedOnly,
            @Nullable Instant asKnownOn) {}

    /** The kind of decision: a basis of selection, or none. */
    public enum Basis {
        RULES,
        RANDOM,
        INTELLIGENCE,
        MANUAL,
        CLEARED
    }

    /**
     * One page.
     *
     * @param next the position after which the next page begins; absent on the last one
     * @param position the answer covers the log up to this position; -1 before the first event
     */
    public record Page(
            List<LabelledShipment> items, @Nullable Long next, long position) {
        public Page {
            items = List.copyOf(items);
        }
    }

    /** The same query for decisions after a position. */
    public FindOutcomes after(long other) {
        return new FindOutcomes(scope, filter, other, limit);
    }
}
