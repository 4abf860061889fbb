package io.holdfast.embeddedmongo.wire;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Counts the requests that are running, so that closing can wait for them. */
final class InFlightRequests {
    private static final int ALL = Integer.MAX_VALUE;
    private static final long PATIENCE_SECONDS = 30;

    private final Semaphore permits = new Semaphore(ALL);

    /** Returns false once the server is closing. */
    boolean enter() {
        return permits.tryAcquire();
    }

    void leave() {
        permits.release();
    }

    /** Admits no more requests and waits, at most 30 seconds, for the running ones. */
    void finish() {
        int taken = permits.drainPermits();
        boolean interrupted = false;
        try {
            permits.tryAcquire(ALL - taken, PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
