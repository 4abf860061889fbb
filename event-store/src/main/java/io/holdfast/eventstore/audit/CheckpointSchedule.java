package io.holdfast.eventstore.audit;

import com.mongodb.MongoException;
import io.holdfast.eventstore.integrity.VerifyingKey;
import io.holdfast.eventstore.metrics.EventLogMetrics;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signs the log at intervals, and once more on close, when nothing is appended any longer. While signing is refused it
 * reports why in the log file, in {@link #refusal} and in a meter; nothing else stops.
 */
public final class CheckpointSchedule implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CheckpointSchedule.class);
    private static final Duration LAST_WAIT = Duration.ofSeconds(10);

    private final Checkpointer checkpointer;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("holdfast-checkpoints").factory());
    private final String advice;
    private String lastComplaint = "";
    private volatile @Nullable String refusal;
    private volatile @Nullable String failure;

    /** @param advice what to do when signing is refused, appended to the message */
    public CheckpointSchedule(Checkpointer checkpointer, Duration interval, EventLogMetrics metrics, String advice) {
        this.checkpointer = checkpointer;
        this.advice = advice;
        metrics.signing(() -> refusal != null);
        timer.scheduleWithFixedDelay(this::sign, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The public half of the signing key. */
    public VerifyingKey key() {
        return checkpointer.key();
    }

    /** Signs now instead of at the next interval; waits at most ten seconds. Failures are reported as usual. */
    public void signNow() {
        try {
            timer.submit(this::sign).get(LAST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException | TimeoutException | ExecutionException e) {
            LOG.warn("No checkpoint was made out of turn: {}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Why signing is refused until somebody intervenes, and what to do; null while signing works. */
    public @Nullable String refusal() {
        return refusal;
    }

    /**
     * Why the last attempt failed to sign or to write the auditor's file; it may succeed next time. Null when it
     * succeeded.
     */
    public @Nullable String failure() {
        return failure;
    }

    /** Retries any failure at the next interval; a lasting failure is logged once. */
    private void sign() {
        try {
            checkpointer.sign();
            refusal = null;
            failure = null;
            lastComplaint = "";
        } catch (SigningRefusedException e) {
            refusal = e.getMessage() + ". " + advice;
            complain("Nothing is signed: " + refusal);
        } catch (MongoException | IOException | IllegalStateException e) {
            failure = String.valueOf(e.getMessage());
            complain("No checkpoint could be made or kept: " + failure);
        }
    }

    private void complain(String complaint) {
        if (!complaint.equals(lastComplaint)) {
            LOG.error(complaint);
        }
        lastComplaint = complaint;
    }

    /** Signs once more; waits at most ten seconds. Idempotent. */
    @Override
    public void close() {
        if (timer.isShutdown()) {
            return;
        }
        timer.execute(this::sign);
        timer.shutdown();
        try {
            if (!timer.awaitTermination(LAST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                timer.shutdownNow();
                LOG.warn("The last checkpoint was given up: the database does not answer");
            }
        } catch (InterruptedException e) {
            timer.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
