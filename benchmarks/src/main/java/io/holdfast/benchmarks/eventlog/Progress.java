package io.holdfast.benchmarks.eventlog;

import java.io.PrintStream;
import java.time.Duration;

/** Says what is being done, and since when the run goes on. */
public final class Progress {
    private final PrintStream out;
    private final long start = System.nanoTime();

    /** @param out gets a line for each step */
    public Progress(PrintStream out) {
        this.out = out;
    }

    /** Since the run began. */
    public Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** A line with the time that has passed. */
    public void say(String what) {
        Duration elapsed = elapsed();
        out.printf("[%02d:%02d] %s%n", elapsed.toMinutes(), elapsed.toSecondsPart(), what);
    }
}
