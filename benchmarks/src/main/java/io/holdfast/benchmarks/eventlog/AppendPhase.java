package io.holdfast.benchmarks.eventlog;

import com.sun.management.OperatingSystemMXBean;
import io.holdfast.benchmarks.peer.Peer;
import io.holdfast.benchmarks.peer.PeerLog;
import io.holdfast.benchmarks.sample.Commit;
import io.holdfast.benchmarks.sample.CommitSource;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Measures events acknowledged per second with 1, 8 and 64 writers. Each round goes over all peers before the next
 * begins, so that noise on the machine affects all alike.
 */
final class AppendPhase {
    private static final int MOST_WRITERS = Scale.WRITERS.getLast();

    /** No round begins after this share of the budget. */
    private static final double LATEST = 0.3;

    private final Scale scale;
    private final List<Peer> peers;
    private final DataFolder data;
    private final Results results;
    private final Progress progress;
    private final Map<Peer, Long> appended = new HashMap<>();
    private int runs;

    AppendPhase(Scale scale, List<Peer> peers, DataFolder data, Results results, Progress progress) {
        this.scale = scale;
        this.peers = peers;
        this.data = data;
        this.results = results;
        this.progress = progress;
    }

    void run() {
        try (var logs = new OpenLogs(data)) {
            peers.stream().filter(peer -> !peer.inHeap()).forEach(logs::open);
            progress.say("append: warming up");
            logs.forEach((peer, log) -> measure(peer, log, MOST_WRITERS, scale.warmUp()));
            new Rounds(scale, progress).run("append", LATEST, () -> {
                for (int writers : Scale.WRITERS) {
                    logs.forEach((peer, log) -> record(peer, log, writers));
                    inHeap(writers);
                }
            });
            logs.forEach(this::size);
        }
    }

    private void record(Peer peer, PeerLog log, int writers) {
        OptionalLong before = processorTime(log);
        Rate rate = measure(peer, log, writers, scale.append());
        OptionalLong after = processorTime(log);
        results.add(Row.append(writers), peer.name(), rate.perSecond());
        if (writers == MOST_WRITERS && before.isPresent() && after.isPresent()) {
            double micros = (after.getAsLong() - before.getAsLong()) / 1_000.0;
            results.add(Row.processorTime(writers), peer.name(), micros / rate.events());
        }
    }

    /** The CPU time of this process and the server, in nanoseconds; empty when the server's cannot be read. */
    private static OptionalLong processorTime(PeerLog log) {
        OptionalLong server = log.serverProcessorTime();
        return server.isPresent() && ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean here
                ? OptionalLong.of(server.getAsLong() + here.getProcessCpuTime())
                : OptionalLong.empty();
    }

    /** Opens in-heap logs anew for each measurement: a full heap would slow the others down. */
    private void inHeap(int writers) {
        for (Peer peer : peers) {
            if (peer.inHeap()) {
                try (PeerLog log = data.open(peer)) {
                    record(peer, log, writers);
                }
            }
        }
    }

    private void size(Peer peer, PeerLog log) {
        log.bytesOnDisk()
                .ifPresent(bytes -> results.add(
                        Row.bytesAppended(), peer.name(), (double) bytes / appended.getOrDefault(peer, 1L)));
    }

    private record Rate(long events, double perSecond) {}

    private Rate measure(Peer peer, PeerLog log, int writers, Duration time) {
        int run = runs++;
        long start = System.nanoTime();
        long events = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(writers)) {
            List<Future<Long>> running = new ArrayList<>();
            for (int writer = 0; writer < writers; writer++) {
                var source = new CommitSource("append-" + run + "-" + writer);
                running.add(threads.submit(() -> append(log, source, start, time)));
            }
            for (Future<Long> writer : running) {
                events += writer.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while appending to " + peer.name(), e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("An append to " + peer.name() + " failed", e.getCause());
        }
        appended.merge(peer, events, Long::sum);
        return new Rate(events, events / ((System.nanoTime() - start) / 1e9));
    }

    private static long append(PeerLog log, CommitSource source, long start, Duration time) {
        long events = 0;
        while (System.nanoTime() - start < time.toNanos()) {
            Commit commit = source.next();
            log.append(commit);
            events += commit.events().size();
        }
        return events;
    }
}
