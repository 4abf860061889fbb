package io.holdfast.command.targeting.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Limits how many requests about rule sets are handled at a time, from before the body is read until the response is
 * written: each may hold several copies of a content of megabytes. A few more wait for a while; the others are told to
 * retry.
 */
final class HeavyRequests implements HandlerInterceptor {
    static final int AT_ONCE = 2;
    private static final int WAITING = 12;
    private static final int SECONDS = 5;
    private static final String HELD = HeavyRequests.class.getName();

    private final Semaphore free = new Semaphore(AT_ONCE, true);

    /** @throws BusyException when too many requests are waiting, or the wait was too long */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws InterruptedException {
        // A progress stream stays open for minutes but holds almost nothing, and retunings run one at a time anyway.
        if (request.getRequestURI().endsWith("/progress")
                || request.getRequestURI().endsWith("/retunings")) {
            return true;
        }
        if (free.getQueueLength() >= WAITING || !free.tryAcquire(SECONDS, TimeUnit.SECONDS)) {
            throw new BusyException();
        }
        request.setAttribute(HELD, true);
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (request.getAttribute(HELD) != null) {
            request.removeAttribute(HELD);
            free.release();
        }
    }

    /** Too many such requests are in progress. */
    static final class BusyException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        BusyException() {
            super("Too many requests about rule sets are under way; come again in a few seconds", null, false, false);
        }
    }
}
