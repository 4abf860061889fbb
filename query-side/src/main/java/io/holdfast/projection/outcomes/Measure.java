package io.holdfast.projection.outcomes;

/** What is counted of a rule, or of the shipments that were decided in one way. */
public enum Measure {
    /** Declarations for which the rule fired, or that were decided in that way. */
    FIRED,
    /** Declarations for which the rule could not be evaluated; in none of the other measures. */
    FAILED,
    /** Of these, selected. */
    SELECTED,
    /** Of these, examined. */
    EXAMINED,
    /** Of these, waiting for a laboratory. */
    PENDING,
    /** Of those examined, positive. */
    POSITIVE,
    /** Of these, confirmed. */
    CONFIRMED,
    /** Examined with a known outcome, and not selected without this rule. */
    SOLE_EXAMINED,
    /** Of these, positive. */
    SOLE_HITS,
    /** Minutes from start to result of exams. */
    MINUTES_EXAMINED,
    /** Minutes for which those were held that were released without a positive finding. */
    MINUTES_HELD_INNOCENT,
    /** Examined only because a redelivery brought them back; in none of the measures of exams. */
    RECALLED,
    /** Of these, positive. */
    RECALLED_POSITIVE
}
