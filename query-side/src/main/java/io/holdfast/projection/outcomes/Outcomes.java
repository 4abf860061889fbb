package io.holdfast.projection.outcomes;

import io.holdfast.actor.PortScope;
import io.holdfast.query.FindOutcomes;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the outcomes read model. */
public interface Outcomes {
    /**
     * Shipments in the order of their decisions.
     *
     * <p>The caller must check one condition that no index supports: whether a shipment had been examined by
     * {@code asKnownOn}.
     *
     * @param limit the maximum number of shipments
     */
    List<FollowedShipment> shipments(FindOutcomes question, int limit);

    /** Passes on every shipment declared in the given weeks, whatever version decided, in no particular order. */
    void declaredIn(Wanted wanted, Consumer<FollowedShipment> use);

    /** The log position that the read model has reached; -1 before the first event. */
    long position();

    /**
     * Which weekly counts to read.
     *
     * @param scope for all ports, the totals of all ports are read
     * @param from the Monday of the first week; absent for all
     * @param to the last day of the last week; absent for all
     * @param version only this version of the rule set; absent for all
     */
    record Wanted(
            PortScope scope,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Integer version) {}

    /** Passes on the weekly counts of rules, in no particular order. */
    void weeksOfRules(Wanted wanted, Consumer<WeeklyRuleCounts> use);

    /** Passes on the weekly counts of pairs, in no particular order. */
    void weeksOfPairs(Wanted wanted, Consumer<WeeklyPairCounts> use);

    /**
     * Passes on the rules of each version, or of one, in no particular order. Versions are read one at a time, because
     * each may have megabytes.
     *
     * @param use takes the rules of a version, and returns whether it wants another version
     */
    void rules(@Nullable Integer version, BiPredicate<Integer, KnownRules> use);
}
