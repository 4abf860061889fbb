package io.holdfast.benchmarks.eventlog;

import io.holdfast.benchmarks.peer.Peer;
import io.holdfast.benchmarks.peer.PeerLog;
import io.holdfast.benchmarks.sample.CommitSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.eventsourcing.eventstore.EventStore;

/**
 * Measures the time from the start of an append until a projection has received the event: appended in the projection's
 * own process, and in another one that shares only the server with it.
 */
final class LatencyPhase {
    private static final int WARM_UP = 5;
    private static final Duration ARRIVES_WITHIN = Duration.ofSeconds(20);

    /** Longer than our poll interval, and uneven, so that appends fall anywhere between two polls. */
    private static final long LONGEST_PAUSE_NANOS = 120_000_000;

    private final Scale scale;
    private final List<Peer> peers;
    private final DataFolder data;
    private final Results results;
    private final Progress progress;

    LatencyPhase(Scale scale, List<Peer> peers, DataFolder data, Results results, Progress progress) {
        this.scale = scale;
        this.peers = peers;
        this.data = data;
        this.results = results;
        this.progress = progress;
    }

    void run() {
        for (Peer peer : peers) {
            try (PeerLog log = data.open(peer)) {
                log.store().ifPresent(store -> log.elsewhere().ifPresent(other -> measure(peer, store, other)));
            }
            data.clear();
        }
    }

    private void measure(Peer peer, EventStore store, PeerLog other) {
        progress.say("append to projection: " + peer.name());
        try (other;
                var projection = new Projection(store)) {
            measure(peer, "same process", store, projection);
            measure(peer, "another process", other.store().orElseThrow(), projection);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for an event", e);
        }
    }

    private void measure(Peer peer, String from, EventStore appender, Projection projection)
            throws InterruptedException {
        var source = new CommitSource("latency from " + from);
        var random = new Random(3);
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < WARM_UP; i++) {
            millis(appender, source, projection);
        }
        long until = System.nanoTime() + scale.latency().toNanos();
        while (millis.isEmpty() || System.nanoTime() < until) {
            LockSupport.parkNanos(random.nextLong(LONGEST_PAUSE_NANOS));
            millis.add(millis(appender, source, projection));
        }
        results.add(Row.latency(from, 50), peer.name(), Results.percentile(millis, 50));
        results.add(Row.latency(from, 99), peer.name(), Results.percentile(millis, 99));
    }

    private static double millis(EventStore appender, CommitSource source, Projection projection)
            throws InterruptedException {
        var events = source.next().events();
        long start = System.nanoTime();
        appender.publish(events);
        return (projection.arrival(events.getLast().getIdentifier(), ARRIVES_WITHIN) - start) / 1e6;
    }
}
