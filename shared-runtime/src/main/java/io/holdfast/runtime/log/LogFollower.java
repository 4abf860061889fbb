package io.holdfast.runtime.log;

import java.util.List;

/**
 * A reader of the event log that keeps state derived from it. Each one is a bean; health, metrics and administration
 * query it. It parks what it cannot read or apply, reports that in one line of the log file, and continues with the
 * rest.
 */
public interface LogFollower {
    /** Lower case, as in {@code legal-clocks}; unique within the process. */
    String name();

    /** Its current status. */
    ReaderStatus status();

    /** The parked items in the order of the log, at most {@code limit}. */
    List<ParkedItem> parked(int limit);

    /** Retries the parked items. */
    void retry(String by);

    /** Drops its derived state and reads the whole log again; may return before that is finished. */
    void rebuild(String by);
}
