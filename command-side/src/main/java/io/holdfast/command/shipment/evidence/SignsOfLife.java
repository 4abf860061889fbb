package io.holdfast.command.shipment.evidence;

import io.holdfast.runtime.evidence.EvidenceFiles.Waiting;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Whether something happens to a copy, as this process sees it: it has to find the copy unchanged for so long by its own clock, which only
 * runs forward. The clocks of others, and what they wrote of their time, count for nothing.
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

    /** Forgets what was not seen in this round. */
    void endRound() {
        seen.keySet().retainAll(round);
    }

    /** Whether it has changed within the patience, or has not been watched for so long yet. */
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
