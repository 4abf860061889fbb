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
 * Has the log signed at intervals, and once more at the end, when nothing is appended any longer. Where signing is refused it says
 * why, in the log, to those who ask {@link #refusal}, and in a meter; nothing else stops for it.
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

    /** @param advice what whoever reads that signing is refused can do */
    public CheckpointSchedule(Checkpointer checkpointer, Duration interval, EventLogMetrics metrics, String advice) {
        this.checkpointer = checkpointer;
        this.advice = advice;
        metrics.signing(() -> refusal != null);
        timer.scheduleWithFixedDelay(this::sign, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The public half of the key that it signs with. */
    public VerifyingKey key() {
        return checkpointer.key();
    }

    /** Signs out of turn, and waits for it no longer than ten seconds. What fails is reported as ever. */
    public void signNow() {
        try {
            timer.submit(this::sign).get(LAST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException | TimeoutException | ExecutionException e) {
            LOG.warn("No checkpoint was made out of turn: {}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Why nothing is signed until somebody has looked, and what to do; null while signing goes on. */
    public @Nullable String refusal() {
        return refusal;
    }

    /** What kept the last attempt from signing or from the auditor's file, and may be over at the next; null when nothing did. */
    public @Nullable String failure() {
        return failure;
    }

    /** Whatever fails is tried again at the next turn; what stays wrong is said once. */
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

    /** Signs once more, and waits for it no longer than ten seconds. Idempotent. */
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
