package io.holdfast.runtime.limits;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.holdfast.runtime.web.RequestNotes;
import io.holdfast.runtime.web.TooBusyException;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Limits how many callers do something at the same time on this node. One caller gets at most half of the slots, so
 * that nobody can lock out all others.
 */
public final class Places {
    private final String what;
    private final Semaphore all;
    private final int most;
    private final long patienceNanos;

    /** Callers without a slot are forgotten. */
    private final LoadingCache<String, Semaphore> callers;

    /**
     * @param most the slots in total
     * @param patience how long to wait for a slot
     * @param what what the slots are for, worded to follow a number
     */
    public Places(int most, Duration patience, String what) {
        this.what = what;
        this.all = new Semaphore(most, true);
        this.most = Math.max(1, most / 2);
        this.patienceNanos = patience.toNanos();
        this.callers = Caffeine.newBuilder().weakValues().build(_ -> new Semaphore(this.most, true));
    }

    /** A slot, held until it is closed. */
    public final class Place implements AutoCloseable {
        private final Semaphore own;
        private final AtomicBoolean taken = new AtomicBoolean(true);

        private Place(Semaphore own) {
            this.own = own;
        }

        @Override
        public void close() {
            if (taken.getAndSet(false)) {
                all.release();
                own.release();
            }
        }
    }

    /**
     * Takes a slot for the caller: the person or, if nobody is authenticated, the address.
     *
     * @throws TooBusyException when none is free in time
     */
    public Place take(HttpServletRequest request) {
        long deadline = System.nanoTime() + patienceNanos;
        var caller = RequestNotes.caller(request);
        Semaphore own = callers.get(
                caller == null ? request.getRemoteAddr() : caller.id().value());
        if (!isThere(own, deadline)) {
            throw new TooBusyException("You have " + most + " " + what + " here");
        }
        if (!isThere(all, deadline)) {
            own.release();
            throw new TooBusyException("This node has as many " + what + " as it serves at once");
        }
        return new Place(own);
    }

    private static boolean isThere(Semaphore places, long deadline) {
        try {
            return places.tryAcquire(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
