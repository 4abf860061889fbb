package io.holdfast.command.shipment.evidence;

import io.holdfast.runtime.evidence.EvidenceFiles.Waiting;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Tracks which stored copies have changed recently, as this process sees it: a copy must stay unchanged for a set time
 * by this process's own monotonic clock. Clocks of other processes, and times that they wrote, are not trusted.
 */
final class SignsOfLife {
    private final LongSupplier nanos;
    private final Duration patience;
    private final Map<String, Seen> seen = new HashMap<>();
    private final Set<String> round = new HashSet<>();

    SignsOfLife(LongSupplier nanos, Duration patience) {
        this.nanos = nanos;
        this.patience = patience;
    }

    private record Seen(Waiting as, long at) {}

    void beginRound() {
        round.clear();
    }

    /** Forgets copies that were not seen in this round. */
    void endRound() {
        seen.keySet().retainAll(round);
    }

    /** Whether the copy has changed within the set time, or has not been watched for that long yet. */
    boolean areThereOf(Waiting copy) {
        round.add(copy.id());
        long now = nanos.getAsLong();
        Seen before = seen.get(copy.id());
        if (before == null || !before.as().equals(copy)) {
            seen.put(copy.id(), new Seen(copy, now));
            return true;
        }
        return now - before.at() < patience.toNanos();
    }
}
