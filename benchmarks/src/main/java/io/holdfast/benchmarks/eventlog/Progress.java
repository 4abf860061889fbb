package io.holdfast.benchmarks.eventlog;

import java.io.PrintStream;
import java.time.Duration;

/** Says what is being done, and since when the run goes on. */
final class Progress {
    private final PrintStream out;
    private final long start = System.nanoTime();

    Progress(PrintStream out) {
        this.out = out;
    }

    /** Since the run began. */
    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    void say(String what) {
        Duration elapsed = elapsed();
        out.printf("[%02d:%02d] %s%n", elapsed.toMinutes(), elapsed.toSecondsPart(), what);
    }
}
