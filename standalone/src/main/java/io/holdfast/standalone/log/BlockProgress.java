package io.holdfast.standalone.log;

import io.holdfast.runtime.time.Stopwatch;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongConsumer;

/** Shows how many blocks are done: a line that rewrites itself on a terminal, one every ten seconds elsewhere. */
final class BlockProgress implements LongConsumer, AutoCloseable {
    private final PrintStream out;
    private final String verb;
    private final long total;
    private final boolean terminal;
    private final Stopwatch started = Stopwatch.start();
    private Stopwatch shown = started;
    private boolean drawn;

    BlockProgress(PrintStream out, String verb, long total) {
        this.out = out;
        this.verb = verb;
        this.total = total;
        this.terminal = System.console() != null && System.console().isTerminal();
    }

    @Override
    public void accept(long done) {
        if (shown.hasRun(Duration.ofMillis(terminal ? 200 : 10_000))) {
            shown = Stopwatch.start();
            draw(done, started.elapsed());
        }
    }

    private void draw(long done, Duration elapsed) {
        String line = String.format(
                Locale.ROOT,
                "%s %,d of %,d blocks (%.0f %%), %,.0f blocks/s",
                verb,
                done,
                total,
                100.0 * done / Math.max(1, total),
                1000.0 * done / Math.max(1, elapsed.toMillis()));
        out.print(terminal ? "\r" + line : line + "\n");
        out.flush();
        drawn = true;
    }

    /** Moves the terminal to a new line. */
    @Override
    public void close() {
        if (drawn && terminal) {
            out.println();
        }
    }
}
