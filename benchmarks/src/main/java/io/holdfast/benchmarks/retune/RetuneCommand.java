package io.holdfast.benchmarks.retune;

import io.holdfast.benchmarks.eventlog.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code holdfast bench retune}: what retuning achieves on real declarations. */
@Command(
        name = "retune",
        mixinStandardHelpOptions = true,
        description =
                "Fits to whole labels and judges on later ones; then replays the year week by week through the system,"
                        + " with the labels of what was not examined hidden. Up to 30 minutes.")
public final class RetuneCommand implements Callable<Integer> {
    private static final String KNOWN = "declarations-train.csv";
    private static final String LATER = "declarations-valid.csv";

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "../shared/data",
            description = "Where " + KNOWN + " and " + LATER + " are; default ${DEFAULT-VALUE}.")
    private Path data = Path.of("../shared/data");

    @Option(
            names = "--test",
            paramLabel = "FILE",
            description = "Judges the fit to whole labels on this file of the same layout instead of " + LATER + ".")
    private @Nullable Path test;

    @Option(
            names = "--quick",
            description = "Within five minutes: what the last line needs at one capacity, without repetitions.")
    private boolean quick;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where results and, for a while, data go; default bench-results/TIME.")
    private @Nullable Path out;

    @Override
    public Integer call() throws IOException {
        Path known = data.resolve(KNOWN);
        Path judged = test == null ? data.resolve(LATER) : test;
        for (Path needed : new Path[] {known, judged}) {
            if (!Files.isReadable(needed)) {
                System.err.println(
                        "holdfast: " + needed + " cannot be read; name the folder of the declarations with --data");
                return 2;
            }
        }
        String time = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").format(LocalDateTime.now());
        Path folder = out == null ? Path.of("bench-results", "retune-" + time) : out;
        var benchmark = new RetuneBenchmark(
                quick ? Plan.QUICK : Plan.FULL,
                DeclarationsFile.read(known),
                DeclarationsFile.read(judged),
                folder,
                new Progress(System.err));
        var tables = new Tables(benchmark.run());
        System.out.println(tables.markdown());
        System.out.println(tables.lastLine());
        return 0;
    }
}
