package io.holdfast.benchmarks.eventlog;

import java.io.PrintStream;
import java.time.Duration;

/** Says what is being done, and since when the run goes on. */
public final class Progress {
    private final PrintStream out;
    private final long start = System.nanoTime();

    /** @param out where it is said */
    public Progress(PrintStream out) {
        this.out = out;
    }

    /** Since the run began. */
    public Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** Says it. */
    public void say(String what) {
        Duration elapsed = elapsed();
        out.printf("[%02d:%02d] %s%n", elapsed.toMinutes(), elapsed.toSecondsPart(), what);
    }
}
