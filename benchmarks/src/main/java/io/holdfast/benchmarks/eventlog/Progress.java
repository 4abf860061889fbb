package io.holdfast.benchmarks.eventlog;

import java.io.PrintStream;
import java.time.Duration;

/** Prints what the run is doing, with the elapsed time. */
public final class Progress {
    private final PrintStream out;
    private final long start = System.nanoTime();

    /** @param out receives a line for each step */
    public Progress(PrintStream out) {
        this.out = out;
    }

    /** The time since the run began. */
    public Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** Prints a line with the elapsed time. */
    public void say(String what) {
        Duration elapsed = elapsed();
        out.printf("[%02d:%02d] %s%n", elapsed.toMinutes(), elapsed.toSecondsPart(), what);
    }
}
