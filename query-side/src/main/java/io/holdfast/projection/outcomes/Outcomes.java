package io.holdfast.projection.outcomes;

import io.holdfast.actor.PortScope;
import io.holdfast.query.FindOutcomes;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the projection keeps, for those who answer questions. */
public interface Outcomes {
    /**
     * Shipments in the order of their decisions.
     *
     * <p>What an index does not tell is left to the caller: whether a shipment had been examined by {@code asKnownOn}.
     *
     * @param limit at most so many
     */
    List<FollowedShipment> shipments(FindOutcomes question, int limit);

    /** Gives each shipment that was declared in those weeks, whatever version decided, in no order. */
    void declaredIn(Wanted wanted, Consumer<FollowedShipment> use);

    /** Up to where the log is in what is kept; -1 before the first event. */
    long position();

    /**
     * Weeks of counts.
     *
     * @param scope where all ports are in scope, what is kept of all together
     * @param from the Monday of the first week; absent for all
     * @param to the last day of the last week; absent for all
     * @param version of the rule set, if only one is wanted
     */
    record Wanted(
            PortScope scope,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Integer version) {}

    /** Gives each week of rules, in no order. */
    void weeksOfRules(Wanted wanted, Consumer<WeeklyRuleCounts> use);

    /** Gives each week of pairs, in no order. */
    void weeksOfPairs(Wanted wanted, Consumer<WeeklyPairCounts> use);

    /**
     * Gives the rules of each version, in no order and one version at a time, as they may have megabytes; those of one version, if
     * given.
     *
     * @param use takes them, and says whether it wants those of another version
     */
    void rules(@Nullable Integer version, BiPredicate<Integer, KnownRules> use);
}
