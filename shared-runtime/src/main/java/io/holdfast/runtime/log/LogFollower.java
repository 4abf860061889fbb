package io.holdfast.runtime.log;

import java.util.List;

/**
 * Whoever reads the event log and remembers something of it. One bean each: health, meters and the administration ask it. It
 * leaves aside what it cannot read or apply, says so in one line of the log file, and goes on with the rest.
 */
public interface LogFollower {
    /** Lower case, as in {@code legal-clocks}; unique within the process. */
    String name();

    /** How it is. */
    ReaderStatus status();

    /** What it has left aside, in the order of the log; at most so much. */
    List<ParkedItem> parked(int limit);

    /** Tries again what was left aside. */
    void retry(String by);

    /** Forgets what it has made of the log and reads all of it again; may go on when this returns. */
    void rebuild(String by);
}
