package io.holdfast.projection.support;

/** The result of retrying parked events. */
public sealed interface RetryOutcome {
    /**
     * The events were retried one by one.
     *
     * @param folded how many have been folded
     * @param parked how many are still parked
     */
    record Retried(int folded, long parked) implements RetryOutcome {}

    /**
     * A rebuild was started, because totals over shipments have moved past the parked events and cannot include them in
     * order.
     */
    record Rebuilding(ProjectionRegister.Rebuild rebuild) implements RetryOutcome {}
}
