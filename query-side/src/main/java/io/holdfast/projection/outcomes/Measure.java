package io.holdfast.projection.outcomes;

/** What is counted for a rule, or for a route by which shipments were decided. */
public enum Measure {
    /** Declarations for which the rule fired, or that were decided by the route. */
    FIRED,
    /** Declarations for which the rule could not be evaluated; counted in no other measure. */
    FAILED,
    /** Of {@link #FIRED}, selected. */
    SELECTED,
    /** Of {@link #SELECTED}, examined. */
    EXAMINED,
    /** Of {@link #EXAMINED}, waiting for a laboratory. */
    PENDING,
    /** Of {@link #EXAMINED}, positive. */
    POSITIVE,
    /** Of {@link #POSITIVE}, confirmed. */
    CONFIRMED,
    /** Examined with a known outcome, and only selected because of this rule. */
    SOLE_EXAMINED,
    /** Of {@link #SOLE_EXAMINED}, positive. */
    SOLE_HITS,
    /** Minutes from start to result of exams. */
    MINUTES_EXAMINED,
    /** Minutes on hold of shipments that were released without a positive finding. */
    MINUTES_HELD_INNOCENT,
    /** Examined only because a redelivery brought them back; not counted in the measures of exams. */
    RECALLED,
    /** Of {@link #RECALLED}, positive. */
    RECALLED_POSITIVE
}
