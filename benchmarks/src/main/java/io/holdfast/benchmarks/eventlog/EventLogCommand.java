package io.holdfast.benchmarks.eventlog;

import io.holdfast.benchmarks.peer.Peers;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code holdfast bench eventlog}: compares the event log with Axon's other engines and the bare driver. */
@Command(
        name = "eventlog",
        mixinStandardHelpOptions = true,
        description =
                "Append, replay, load, latency, size: our log, axon-mongo, Axon's JPA engine on H2, its in-memory engine"
                        + " and the bare driver. MONGODB_URI names a server instead of embedded ones;"
                        + " HOLDFAST_BENCH_POSTGRES_URL (JDBC) adds PostgreSQL. Up to 20 minutes.")
public final class EventLogCommand implements Callable<Integer> {
    @Option(names = "--quick", description = "Within two minutes: shorter rounds, logs of 10,000 and 100,000 events.")
    private boolean quick;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where results and, for a while, data go; default bench-results/TIME.")
    private @Nullable Path out;

    @Override
    public Integer call() throws IOException {
        String time = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").format(LocalDateTime.now());
        Path folder = out == null ? Path.of("bench-results", "eventlog-" + time) : out;
        var peers = Peers.all(System.getenv("MONGODB_URI"), System.getenv("HOLDFAST_BENCH_POSTGRES_URL"));
        Report report =
                new EventLogBenchmark(quick ? Scale.QUICK : Scale.FULL, peers, folder, new Progress(System.err)).run();
        System.out.println(report.markdown());
        System.out.println(report.lastLine());
        return 0;
    }
}
