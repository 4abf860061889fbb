package io.holdfast.embeddedmongo;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The requests that are being answered, so that closing can wait for them. */
final class InFlight {
    private static final int ALL = Integer.MAX_VALUE;
    private static final long PATIENCE_SECONDS = 30;

    private final Semaphore permits = new Semaphore(ALL);

    /** False once the server is closing. */
    boolean enter() {
        return permits.tryAcquire();
    }

    void leave() {
        permits.release();
    }

    /** Lets nobody in any more and waits, bounded, until the last has left. */
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
