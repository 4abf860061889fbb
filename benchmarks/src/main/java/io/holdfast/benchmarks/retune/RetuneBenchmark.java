package io.holdfast.benchmarks.retune;

import io.holdfast.benchmarks.eventlog.Progress;
import io.holdfast.benchmarks.retune.Findings.Replayed;
import io.holdfast.command.retuning.Proposal;
import io.holdfast.targeting.ExamCapacity;
import io.holdfast.targeting.RiskProfile;
import io.holdfast.targeting.RuleSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * One run of the retuning benchmark: the upper bound, the replays through the system, and their repetitions in memory.
 */
final class RetuneBenchmark {
    /** The declared facts other than amounts: an amount nearly identifies a row of synthetic data. */
    private static final List<String> WITHOUT_AMOUNTS = List.of(
            "hs6",
            "hs4",
            "hs2",
            "countryOfDeparture",
            "countryOfOrigin",
            "taxRateBand",
            "transportMode",
            "port",
            "importer",
            "seller",
            "declarant",
            "courier",
            "attributes.taxType",
            "attributes.importType");

    private final Plan plan;
    private final List<LabelledRow> year;
    private final WholeLabels whole;
    private final Path out;
    private final Progress progress;

    RetuneBenchmark(Plan plan, List<LabelledRow> year, List<LabelledRow> judged, Path out, Progress progress) {
        this.plan = plan;
        this.year = year;
        this.whole = new WholeLabels(year, judged);
        this.out = out;
        this.progress = progress;
    }

    Findings run() throws IOException {
        Change change = Change.of(year);
        Findings findings = upperBound(change);
        List<LabelledRow> changed = change.appliedTo(year);
        for (Setting setting : plan.system()) {
            if (isInTime(setting)) {
                findings.system().add(throughTheSystem(setting, setting.change() ? changed : year));
            }
        }
        findings.inMemory().addAll(inMemory(changed));
        ResultsFile.write(findings, out);
        progress.say("results are in " + out);
        return findings;
    }

    private Findings upperBound(Change change) {
        progress.say("fit to whole labels");
        Proposal usual = whole.fit(null);
        var findings = new Findings(
                Instant.now().truncatedTo(ChronoUnit.SECONDS), change, usual.explanation(), whole.repeated());
        findings.wholeLabels().add(whole.judge("the retuner, usual fields", usual.ruleSet()));
        findings.wholeLabels().add(whole.judgeUnrepeated("the same on unrepeated rows", usual.ruleSet()));
        RuleSet categories = whole.fit(WITHOUT_AMOUNTS).ruleSet();
        findings.wholeLabels().add(whole.judge("the retuner, without amounts", categories));
        findings.wholeLabels().add(whole.judgeUnrepeated("the same on unrepeated rows", categories));
        findings.wholeLabels().add(whole.judge("one table: hs6 × countryOfDeparture, m = 5", oneTable()));
        return findings;
    }

    /** The simplest rule set that beats the published figures: one table. */
    private RuleSet oneTable() {
        RiskProfile fitted = whole.fit(List.of("hs6", "countryOfDeparture")).ruleSet().profiles().stream()
                .max(Comparator.comparingInt(profile -> profile.fields().size()))
                .orElseThrow();
        var table = new RiskProfile(
                fitted.id(),
                fitted.description(),
                fitted.fields(),
                1,
                fitted.baseRate(),
                5,
                fitted.fittedOn(),
                fitted.cells());
        return new RuleSet("One table", List.of(), List.of(table), ExamCapacity.UNLIMITED, 1, 0, 1);
    }

    private Replayed throughTheSystem(Setting setting, List<LabelledRow> rows) throws IOException {
        long start = System.nanoTime();
        Path data = out.resolve("data");
        clear(data);
        try (RealWorld world = RealWorld.in(Files.createDirectories(data))) {
            ExamCounts tally = new Replay(setting, rows, world).run();
            var replayed = new Replayed(setting, tally, world.speed().perSecond(), secondsSince(start));
            progress.say("through the system: " + setting.label() + ", precision "
                    + "%.3f, %.0f declarations/s".formatted(tally.all().precision(), replayed.declarationsPerSecond()));
            return replayed;
        } finally {
            clear(data);
        }
    }

    private boolean isInTime(Setting setting) {
        boolean inTime = progress.elapsed().compareTo(plan.budget()) < 0;
        if (!inTime) {
            progress.say("left out, for time is up: " + setting.label() + ", start " + setting.seed());
        }
        return inTime;
    }

    /** Runs one replay per core; they share only the rows. */
    private List<Replayed> inMemory(List<LabelledRow> rows) {
        try (var threads =
                Executors.newFixedThreadPool(Math.max(1, Runtime.getRuntime().availableProcessors()))) {
            List<Future<Optional<Replayed>>> running = plan.inMemory().stream()
                    .map(setting -> threads.submit(() ->
                            isInTime(setting) ? Optional.of(inMemory(setting, rows)) : Optional.<Replayed>empty()))
                    .toList();
            return running.stream().flatMap(one -> result(one).stream()).toList();
        }
    }

    private static Optional<Replayed> result(Future<Optional<Replayed>> running) {
        try {
            return running.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stopped);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a replay in memory failed", failed.getCause());
        }
    }

    private Replayed inMemory(Setting setting, List<LabelledRow> rows) {
        long start = System.nanoTime();
        try (var world = new InMemoryWorld()) {
            ExamCounts tally = new Replay(setting, rows, world).run();
            progress.say("in memory: " + setting.label() + ", start " + setting.seed());
            return new Replayed(setting, tally, 0, secondsSince(start));
        }
    }

    private static double secondsSince(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static void clear(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
