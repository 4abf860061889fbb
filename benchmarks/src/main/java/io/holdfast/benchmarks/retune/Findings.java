package io.holdfast.benchmarks.retune;

import io.holdfast.benchmarks.retune.WholeLabels.Judged;
import io.holdfast.command.retuning.Explanation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** All results of a run. */
final class Findings {
    /** A replay and its results. */
    record Replayed(Setting setting, ExamCounts tally, double declarationsPerSecond, double seconds) {}

    private final Instant at;
    private final Change change;
    private final List<Judged> wholeLabels = new ArrayList<>();
    private final List<Replayed> system = new ArrayList<>();
    private final List<Replayed> inMemory = new ArrayList<>();
    private final Explanation explanation;
    private final double repeated;

    /**
     * @param explanation of the fit to all labels
     * @param repeated the share of the judged rows that repeat a known one
     */
    Findings(Instant at, Change change, Explanation explanation, double repeated) {
        this.at = at;
        this.change = change;
        this.explanation = explanation;
        this.repeated = repeated;
    }

    Instant at() {
        return at;
    }

    Change change() {
        return change;
    }

    Explanation explanation() {
        return explanation;
    }

    double repeated() {
        return repeated;
    }

    /** The first is the retuner's own fit. */
    List<Judged> wholeLabels() {
        return wholeLabels;
    }

    List<Replayed> system() {
        return system;
    }

    List<Replayed> inMemory() {
        return inMemory;
    }

    /**
     * The gain over all replays with the change, in the changed months: precision of 90/10 minus that of exploitation
     * alone.
     */
    double driftGain() {
        List<Replayed> replays =
                Stream.concat(system.stream(), inMemory.stream()).toList();
        return driftGain(replays);
    }

    /** The same gain for some of the replays. */
    double driftGain(List<Replayed> replays) {
        return changedPrecision(replays, Strategy.NINETY_TEN) - changedPrecision(replays, Strategy.EXPLOITATION);
    }

    /** The mean precision in the changed months, over the replays with the change. */
    double changedPrecision(List<Replayed> replays, Strategy strategy) {
        return replays.stream()
                .filter(replay -> replay.setting().change() && replay.setting().strategy() == strategy)
                .mapToDouble(replay -> changedMonths(replay.tally()).precision())
                .average()
                .orElse(Double.NaN);
    }

    ExamCounts.Counts changedMonths(ExamCounts tally) {
        return tally.of(month -> month >= change.from().getMonthValue());
    }
}
