package io.holdfast.benchmarks.retune;

import io.holdfast.benchmarks.retune.Findings.Replayed;
import io.holdfast.benchmarks.retune.WholeLabels.Judged;
import io.holdfast.command.retuning.Explanation;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The results of a run, as text and tables. */
final class Tables {
    private final Findings findings;

    Tables(Findings findings) {
        this.findings = findings;
    }

    String markdown() {
        return String.join("\n", head(), wholeLabels(), explanation(), replays(), months(), chance());
    }

    String lastLine() {
        Judged own = findings.wholeLabels().getFirst();
        return format("retune P@5 %.3f P@10 %.3f drift-gain %.3f", own.at5(), own.at10(), findings.driftGain());
    }

    private String head() {
        return format(
                """
                # Retuning, %s

                The change: from %s on, chapter %s from %s is illegal in 15 of 16 cases (%.1f %% before).
                Every figure is of declarations that were judged after the fit; of the replays, of what was examined.
                """,
                findings.at(),
                findings.change().from(),
                findings.change().chapter(),
                findings.change().country(),
                findings.change().rateBefore() * 100);
    }

    private String wholeLabels() {
        var rows = new StringBuilder(format("""
                ## With whole labels: the upper bound

                Of the rows to judge, %.1f %% repeat a known row in goods, route, mass and value: the data is synthetic, and
                what it rewards is to remember. "Unrepeated" rows show what is left without that.

                | fitted on all known rows | rows | rate | P@5 %% | P@10 %% | critical@5 %% | critical@10 %% |
                | --- | ---: | ---: | ---: | ---: | ---: | ---: |
                """, findings.repeated() * 100));
        for (Judged judged : findings.wholeLabels()) {
            rows.append(format(
                    "| %s | %d | %.3f | %.3f | %.3f | %.3f | %.3f |%n",
                    judged.name(),
                    judged.rows(),
                    judged.rate(),
                    judged.at5(),
                    judged.at10(),
                    judged.critical5(),
                    judged.critical10()));
        }
        return rows.append("""
                        | published: LightGBM | | | .762 | .641 | | |
                        | published: XGBoost | | | .675 | .579 | | |
                        | published: chance | | | .216 | .216 | | |
                        """).toString();
    }

    private String explanation() {
        Explanation why = findings.explanation();
        var rows = new StringBuilder(format("""
                ## What the fit to whole labels says of itself

                On %d later outcomes held back:

                | profile | cells | weight | surprise before | after | P@5 %% of the held-back |
                | --- | ---: | ---: | ---: | ---: | ---: |
                """, why.heldBack()));
        why.profiles()
                .forEach(part -> rows.append(format(
                        "| %s | %d | %.2f | %.4f | %.4f | %.3f |%n",
                        String.join(" × ", part.fields()),
                        part.cells(),
                        part.weight(),
                        part.lossBefore(),
                        part.lossAfter(),
                        part.precisionAfter())));
        return rows.toString();
    }

    private String replays() {
        var rows = new StringBuilder("""
                ## The year in weeks, through the system

                Labels of what was not examined stay hidden. "Changed" is the second half of the year; "new" is what was found of
                the injected pattern.

                | replay | examined | precision | recall | critical precision | critical recall | changed precision | new | declarations/s | s |
                | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
                """);
        findings.system().forEach(replay -> rows.append(row(replay)));
        return rows.toString();
    }

    private String row(Replayed replay) {
        ExamCounts.Counts all = replay.tally().all();
        ExamCounts.Counts changed = findings.changedMonths(replay.tally());
        return format(
                "| %s | %.3f | %.3f | %.3f | %.3f | %.3f | %.3f | %d | %.0f | %.0f |%n",
                replay.setting().label(),
                all.examinedShare(),
                all.precision(),
                all.recall(),
                all.criticalPrecision(),
                all.criticalRecall(),
                changed.precision(),
                changed.foundChanged(),
                replay.declarationsPerSecond(),
                replay.seconds());
    }

    private String months() {
        return "## By month\n\n" + byMonth("Precision", ExamCounts.Counts::precision) + "\n"
                + byMonth("Recall", ExamCounts.Counts::recall);
    }

    private String byMonth(String title, ToDoubleFunction<ExamCounts.Counts> figure) {
        var rows = new StringBuilder("| " + title + " | "
                + IntStream.rangeClosed(1, 12).mapToObj(String::valueOf).collect(Collectors.joining(" | ")) + " |\n");
        rows.append("| --- |").append(" ---: |".repeat(12)).append('\n');
        for (Replayed replay : findings.system()) {
            rows.append(IntStream.rangeClosed(1, 12)
                    .mapToObj(month ->
                            format("%.2f", figure.applyAsDouble(replay.tally().of(m -> m == month))))
                    .collect(Collectors.joining(" | ", "| " + replay.setting().label() + " | ", " |\n")));
        }
        return rows.toString();
    }

    private String chance() {
        if (findings.inMemory().isEmpty()) {
            return "";
        }
        var rows = new StringBuilder("""
                ## How much of it is chance

                Precision over the changed months: through the system first, then the same decisions in memory from other random starts.

                | replay | mean | each |
                | --- | ---: | --- |
                """);
        Stream.concat(findings.system().stream(), findings.inMemory().stream())
                .filter(replay -> replay.setting().change() && replay.setting().strategy() != Strategy.NO_RETUNING)
                .collect(Collectors.groupingBy(
                        replay -> replay.setting().label(), LinkedHashMap::new, Collectors.toList()))
                .forEach((label, replays) -> rows.append(chanceOf(label, replays)));
        return rows
                + format(
                        "%nDrift gain: %.3f through the system, %.3f in memory, %.3f over all.%n",
                        findings.driftGain(findings.system()),
                        findings.driftGain(findings.inMemory()),
                        findings.driftGain());
    }

    private String chanceOf(String label, List<Replayed> replays) {
        double[] each = replays.stream()
                .mapToDouble(replay -> findings.changedMonths(replay.tally()).precision())
                .toArray();
        double mean = Arrays.stream(each).average().orElse(0);
        return format(
                "| %s | %.3f | %s |%n",
                label,
                mean,
                Arrays.stream(each).mapToObj(value -> format("%.3f", value)).collect(Collectors.joining(", ")));
    }

    private static String format(String form, Object... values) {
        return String.format(Locale.ROOT, form, values);
    }
}
