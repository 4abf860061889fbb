package io.holdfast.benchmarks.eventlog;

/** Repeats a measurement at least once, as often as the scale says and the time budget allows. */
final class Rounds {
    private final Scale scale;
    private final Progress progress;

    Rounds(Scale scale, Progress progress) {
        this.scale = scale;
        this.progress = progress;
    }

    /** @param share of the budget, counted from the start of the run, after which no further round begins */
    void run(String what, double share, Runnable round) {
        for (int i = 1; i <= scale.rounds(); i++) {
            if (i > 1 && progress.elapsed().toMillis() > share * scale.budget().toMillis()) {
                progress.say("%s: %d rounds only, the time is up".formatted(what, i - 1));
                return;
            }
            progress.say("%s: round %d of %d".formatted(what, i, scale.rounds()));
            round.run();
        }
    }
}
