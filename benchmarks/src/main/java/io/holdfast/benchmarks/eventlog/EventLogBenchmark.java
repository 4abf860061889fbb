package io.holdfast.benchmarks.eventlog;

import io.holdfast.benchmarks.peer.Peer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** One run of the event log benchmark over all peers. */
final class EventLogBenchmark {
    private final Scale scale;
    private final List<Peer> peers;
    private final Path out;
    private final Progress progress;

    /** @param out folder for the results; the data is in it while it is needed */
    EventLogBenchmark(Scale scale, List<Peer> peers, Path out, Progress progress) {
        this.scale = scale;
        this.peers = peers;
        this.out = out;
        this.progress = progress;
    }

    Report run() throws IOException {
        Files.createDirectories(out);
        var results = new Results();
        try (var data = new DataFolder(out.resolve("data"))) {
            Machine machine = Machine.look(data.path());
            var report = new Report(scale, peers, machine, results);
            new AppendPhase(scale, peers, data, results, progress).run();
            var logs = new LogPhase(scale, peers, data, results, progress);
            logs.run(scale.small(), Scale.SMALL_STEP_MILLIS);
            logs.run(scale.large(), Scale.LARGE_STEP_MILLIS);
            new LatencyPhase(scale, peers, data, results, progress).run();
            report.writeTo(out);
            progress.say("results are in " + out);
            return report;
        }
    }
}
