package io.holdfast.benchmarks.eventlog;

import io.holdfast.benchmarks.peer.OurLog;
import io.holdfast.benchmarks.peer.Peer;
import io.holdfast.benchmarks.peer.PeerLog;
import io.holdfast.benchmarks.sample.LogPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures a log of a given size: how fast it is replayed, how fast one aggregate is loaded from it, how much space it
 * takes.
 */
final class LogPhase {
    private static final double MEGABYTE = 1e6;

    /** No round begins after this share of the budget. */
    private static final double LATEST_OF_SMALL = 0.45;

    private static final double LATEST_OF_LARGE = 0.85;

    private final Scale scale;
    private final List<Peer> peers;
    private final DataFolder data;
    private final Results results;
    private final Progress progress;

    LogPhase(Scale scale, List<Peer> peers, DataFolder data, Results results, Progress progress) {
        this.scale = scale;
        this.peers = peers;
        this.data = data;
        this.results = results;
        this.progress = progress;
    }

    void run(int events, long stepMillis) {
        run(
                new LogPlan(events, stepMillis),
                stepMillis,
                peers.stream().filter(peer -> !peer.inHeap()).toList());
        run(
                new LogPlan(events, stepMillis),
                stepMillis,
                peers.stream().filter(Peer::inHeap).toList());
    }

    private void run(LogPlan plan, long stepMillis, List<Peer> together) {
        try (var logs = new OpenLogs(data)) {
            together.forEach(peer -> fill(peer, logs, plan));
            LogPlan.SIZES.forEach(size -> logs.forEach((peer, log) -> loads(peer, log, plan, size)));
            Row replay = Row.replay(plan.events(), stepMillis);
            logs.forEach((_, log) -> eventsPerSecond(log::replay));
            String what = "log of %,d: loads and replays".formatted(plan.events());
            new Rounds(scale, progress)
                    .run(what, plan.events() == scale.large() ? LATEST_OF_LARGE : LATEST_OF_SMALL, () -> {
                        LogPlan.SIZES.forEach(size -> logs.forEach((peer, log) -> results.addAll(
                                Row.load(size, plan.events()), peer.name(), loads(peer, log, plan, size))));
                        logs.forEach((peer, log) -> results.add(replay, peer.name(), eventsPerSecond(log::replay)));
                        logs.forEach((peer, log) -> blocks(peer, log, plan));
                    });
            if (plan.events() == scale.large()) {
                logs.forEach((peer, log) -> footprint(peer, log, plan));
            }
        }
    }

    private void fill(Peer peer, OpenLogs logs, LogPlan plan) {
        progress.say("log of %,d: filling %s".formatted(plan.events(), peer.name()));
        long before = liveHeap();
        PeerLog log = logs.open(peer);
        log.fill(plan);
        if (plan.events() == scale.large()) {
            results.add(Row.clientHeap(plan.events()), peer.name(), Math.max(0, liveHeap() - before) / MEGABYTE);
        }
    }

    private static long liveHeap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** The duration of each load, in milliseconds. */
    private List<Double> loads(Peer peer, PeerLog log, LogPlan plan, int size) {
        List<Double> millis = new ArrayList<>();
        if (!peer.loads()) {
            return millis;
        }
        List<String> aggregates = plan.aggregatesOf(size);
        long until = System.nanoTime() + scale.load().toNanos();
        while (millis.isEmpty() || System.nanoTime() < until) {
            String aggregate = aggregates.get(millis.size() % aggregates.size());
            long start = System.nanoTime();
            if (log.load(aggregate) != size) {
                throw new IllegalStateException(peer.name() + " does not have all " + size + " events of " + aggregate);
            }
            millis.add((System.nanoTime() - start) / 1e6);
        }
        return millis;
    }

    private interface Replay {
        long read(Duration atMost);
    }

    private double eventsPerSecond(Replay replay) {
        long start = System.nanoTime();
        long events = 0;
        for (long left = scale.replay().toNanos();
                left > 0;
                left = scale.replay().toNanos() - (System.nanoTime() - start)) {
            events += replay.read(Duration.ofNanos(left));
        }
        return events / ((System.nanoTime() - start) / 1e9);
    }

    private void blocks(Peer peer, PeerLog log, LogPlan plan) {
        if (log instanceof OurLog ours) {
            results.add(Row.replayOfBlocks(plan.events()), peer.name(), eventsPerSecond(ours::rawReplay));
        }
    }

    private void footprint(Peer peer, PeerLog log, LogPlan plan) {
        log.bytesOnDisk()
                .ifPresent(bytes ->
                        results.add(Row.bytesFilled(plan.events()), peer.name(), (double) bytes / plan.events()));
        log.serverHeap().ifPresent(bytes -> results.add(Row.serverHeap(plan.events()), peer.name(), bytes / MEGABYTE));
    }
}
