package io.holdfast.runtime.connections;

import java.net.SocketTimeoutException;

/**
 * One direction of a connection: since when we wait for the other side, and what came of the waiting so far. Our own time does not
 * count. Written by one thread at a time; whether and since when it waits may be read by any.
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

    /** A message begins, or ends; a wait that is under way goes on. */
    void restart(long now) {
        waited = 0;
        bytes = 0;
        if (waiting) {
            since = now;
        }
    }

    /** From now on the other side has to do something. */
    void await(long now) {
        if (!waiting) {
            since = now;
            waiting = true;
        }
    }

    /** So many bytes went through, at least one. */
    void moved(int count, long now) {
        if (waiting) {
            waited += now - since;
            waiting = false;
        }
        bytes += count;
    }

    /** @throws SocketTimeoutException when the other side is slower than is waited for */
    void check(long now) throws SocketTimeoutException {
        long nanos = waiting ? waited + (now - since) : waited;
        if (pace.isTooSlow(bytes, nanos)) {
            throw new SocketTimeoutException(
                    "The other side is too slow: " + bytes + " bytes in " + nanos / 1_000_000_000L + " s of waiting");
        }
    }

    /** Whether we wait for the other side. */
    boolean isWaiting() {
        return waiting;
    }

    /** Since when, by {@link System#nanoTime()}, if we wait. */
    long since() {
        return since;
    }
}
