package io.holdfast.projection.support;

import io.holdfast.runtime.time.Stopwatch;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The state of one segment since it was claimed. Used by one thread at a time. */
final class SegmentState {
    /** More events than one batch holds: the previous owner's last batch may be delivered again. */
    private static final int CAREFUL_FOR = 4096;

    private static final Duration REFRESHED_AFTER = Duration.ofSeconds(1);

    private boolean anyParked = true;
    private @Nullable Stopwatch sinceAsked;
    private int told;
    private long handled;

    boolean careful() {
        return handled < CAREFUL_FOR;
    }

    void handled(int events) {
        handled += events;
    }

    /**
     * Which aggregates of the batch are parked. Queried per batch, so that only a batch's worth is in memory. Only this
     * segment parks them; others may release them.
     */
    Set<String> parked(BooleanSupplier any, Supplier<Set<String>> stored) {
        Stopwatch age = sinceAsked;
        if (age == null || (anyParked && age.hasRun(REFRESHED_AFTER))) {
            anyParked = any.getAsBoolean();
            sinceAsked = Stopwatch.start();
        }
        return anyParked ? new HashSet<>(stored.get()) : new HashSet<>();
    }

    /** Counts one more parked aggregate; returns how many there are since the segment was claimed. */
    int parkedOneMore() {
        anyParked = true;
        sinceAsked = Stopwatch.start();
        return ++told;
    }
}
