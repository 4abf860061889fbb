package io.holdfast.runtime.connections;

import java.net.SocketTimeoutException;

/**
 * One direction of a connection: how long we have waited for the client, and how many bytes that brought. Our own
 * processing time does not count. Written by one thread at a time; any thread may read whether and since when it waits.
 */
final class Flow {
    private final Pace pace;
    private volatile boolean waiting;
    private volatile long since;
    private long waited;
    private long bytes;

    Flow(Pace pace) {
        this.pace = pace;
    }

    /** Starts counting anew, at the start or end of a message; a wait in progress continues. */
    void restart(long now) {
        waited = 0;
        bytes = 0;
        if (waiting) {
            since = now;
        }
    }

    /** Starts a wait for the client, unless one is in progress. */
    void await(long now) {
        if (!waiting) {
            since = now;
            waiting = true;
        }
    }

    /** Records that bytes went through, at least one; ends the wait. */
    void moved(int count, long now) {
        if (waiting) {
            waited += now - since;
            waiting = false;
        }
        bytes += count;
    }

    /** @throws SocketTimeoutException when the client is slower than the pace allows */
    void check(long now) throws SocketTimeoutException {
        long nanos = waiting ? waited + (now - since) : waited;
        if (pace.isTooSlow(bytes, nanos)) {
            throw new SocketTimeoutException(
                    "The other side is too slow: " + bytes + " bytes in " + nanos / 1_000_000_000L + " s of waiting");
        }
    }

    /** Whether we are waiting for the client. */
    boolean isWaiting() {
        return waiting;
    }

    /** The start of the wait, by {@link System#nanoTime()}; only meaningful while waiting. */
    long since() {
        return since;
    }
}
