package io.holdfast.projection.support;

import java.util.HashSet;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** One segment since it was claimed. Used by one thread at a time. */
final class SegmentState {
    /** More events than one batch holds; the batch of whoever held the segment before may be delivered again. */
    private static final int CAREFUL_FOR = 4096;

    private static final long REFRESH_NANOS = 1_000_000_000L;

    private boolean anyParked = true;
    private long anyParkedAsOf;
    private boolean anyParkedKnown;
    private int told;
    private long handled;

    boolean careful() {
        return handled < CAREFUL_FOR;
    }

    void handled(int events) {
        handled += events;
    }

    /**
     * Those of the aggregates that are parked, asked for each batch, so that no more are held than a batch has. Only this
     * segment parks them; someone else may let them go.
     */
    Set<String> parked(BooleanSupplier any, Supplier<Set<String>> stored) {
        long now = System.nanoTime();
        if (!anyParkedKnown || (anyParked && now - anyParkedAsOf > REFRESH_NANOS)) {
            anyParked = any.getAsBoolean();
            anyParkedAsOf = now;
            anyParkedKnown = true;
        }
        return anyParked ? new HashSet<>(stored.get()) : new HashSet<>();
    }

    /** One more is parked; how many that makes since the segment was claimed. */
    int parkedOneMore() {
        anyParked = true;
        anyParkedAsOf = System.nanoTime();
        return ++told;
    }
}
