package io.holdfast.projection.support;

/** What trying parked events again came to. */
public sealed interface RetryOutcome {
    /**
     * They were tried one by one.
     *
     * @param folded how many are folded in now
     * @param parked how many are still parked
     */
    record Retried(int folded, long parked) implements RetryOutcome {}

    /** Sums over shipments have moved on past the parked events, so only a rebuild puts them in their place. */
    record Rebuilding(ProjectionRegister.Rebuild rebuild) implements RetryOutcome {}
}
