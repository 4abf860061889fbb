package io.holdfast.projection.support;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;

/** One segment since it was claimed. Used by one thread at a time. */
final class SegmentState {
    /** More events than one batch holds; the batch of whoever held the segment before may be delivered again. */
    private static final int CAREFUL_FOR = 4096;

    private static final long REFRESH_NANOS = 1_000_000_000L;

    private Set<String> parked = Set.of();
    private long parkedAsOf;
    private boolean parkedKnown;
    private long handled;

    boolean careful() {
        return handled < CAREFUL_FOR;
    }

    void handled(int events) {
        handled += events;
    }

    /** The aggregates that are parked. Only this segment parks them; someone else may let them go, so ask now and then. */
    Set<String> parked(Supplier<Set<String>> stored) {
        long now = System.nanoTime();
        if (!parkedKnown || (!parked.isEmpty() && now - parkedAsOf > REFRESH_NANOS)) {
            parked = new HashSet<>(stored.get());
            parkedAsOf = now;
            parkedKnown = true;
        }
        return parked;
    }
}
