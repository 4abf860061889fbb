package io.holdfast.benchmarks.queues;

import io.holdfast.benchmarks.eventlog.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code holdfast bench queues}: how fast queue pages are, and what watchers cost. */
@Command(
        name = "queues",
        mixinStandardHelpOptions = true,
        description =
                "Pages and counts of work queues with 10,000 and with 1,000,000 cases on embedded servers, asked in turn;"
                        + " then 500 watchers and their memory. Up to 20 minutes.")
public final class QueuesCommand implements Callable<Integer> {
    @Option(names = "--quick", description = "Within two or three minutes: 10,000 and 100,000 cases, fewer questions.")
    private boolean quick;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where results and, for a while, data go; default bench-results/queues-TIME.")
    private @Nullable Path out;

    @Override
    public Integer call() throws IOException, InterruptedException {
        String time = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").format(LocalDateTime.now());
        Path folder = out == null ? Path.of("bench-results", "queues-" + time) : out;
        QueueReport report =
                new QueueBenchmark(quick ? QueueScale.QUICK : QueueScale.FULL, folder, new Progress(System.err)).run();
        System.out.println(report.markdown());
        System.out.println(report.lastLine());
        return 0;
    }
}
