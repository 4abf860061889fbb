package io.holdfast.standalone.intake;

import io.holdfast.runtime.time.Stopwatch;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Shows the progress of an import: a bar that redraws itself on a terminal, a line every ten seconds elsewhere. */
final class Progress {
    private static final int WIDTH = 30;
    private static final Duration ON_A_TERMINAL = Duration.ofMillis(200);
    private static final Duration ELSEWHERE = Duration.ofSeconds(10);

    private final PrintStream out;
    private final long totalBytes;
    private final boolean terminal;
    private final Stopwatch started = Stopwatch.start();
    private Stopwatch shown = started;
    private boolean drawn;

    Progress(PrintStream out, long totalBytes, boolean terminal) {
        this.out = out;
        this.totalBytes = Math.max(1, totalBytes);
        this.terminal = terminal;
    }

    /** Reports the position of the reader (bytes of the file) and the number of rows answered. */
    synchronized void at(long bytes, long rows) {
        if (shown.hasRun(terminal ? ON_A_TERMINAL : ELSEWHERE)) {
            shown = Stopwatch.start();
            draw(Math.min(1.0, (double) bytes / totalBytes), rows, started.elapsed());
        }
    }

    /** Prints a message beside the bar, such as that the server does not answer. */
    synchronized void say(String message) {
        out.println((drawn && terminal ? "\n" : "") + message);
        drawn = false;
    }

    private void draw(double share, long rows, Duration elapsed) {
        int full = (int) Math.round(share * WIDTH);
        double seconds = Math.max(0.001, elapsed.toMillis() / 1000.0);
        String line = String.format(
                Locale.ROOT,
                "[%s%s] %3.0f %%  %,d rows  %,.0f rows/s",
                "#".repeat(full),
                "-".repeat(WIDTH - full),
                share * 100,
                rows,
                rows / seconds);
        out.print(terminal ? "\r" + line : line + "\n");
        out.flush();
        drawn = true;
    }

    /** Moves the terminal to a new line. */
    synchronized void end() {
        if (drawn && terminal) {
            out.println();
        }
        drawn = false;
    }
}
