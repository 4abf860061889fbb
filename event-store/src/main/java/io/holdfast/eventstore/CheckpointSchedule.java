package io.holdfast.eventstore;

import com.mongodb.MongoException;
import io.holdfast.eventstore.integrity.BadInputException;
import io.holdfast.eventstore.integrity.UnreadableBlockException;
import io.holdfast.eventstore.integrity.VerifyingKey;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has the log signed at intervals, and once more at the end, when nothing is appended any longer. */
final class CheckpointSchedule implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(CheckpointSchedule.class);
    private static final Duration LAST_WAIT = Duration.ofSeconds(10);

    private final Checkpointer checkpointer;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("holdfast-checkpoints").factory());
    private String lastComplaint = "";

    CheckpointSchedule(Checkpointer checkpointer, Duration interval) {
        this.checkpointer = checkpointer;
        timer.scheduleWithFixedDelay(this::sign, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The public half of the key that it signs with. */
    VerifyingKey key() {
        return checkpointer.key();
    }

    /** Signs out of turn, and waits for it no longer than ten seconds. What fails is reported as ever. */
    void signNow() {
        try {
            timer.submit(this::sign).get(LAST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException | TimeoutException | ExecutionException e) {
            log.warn("No checkpoint was made out of turn: {}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whatever fails is tried again at the next turn; what stays wrong is said once. */
    private void sign() {
        try {
            checkpointer.sign();
            lastComplaint = "";
        } catch (UnreadableBlockException e) {
            complain("The log is NOT INTACT, nothing is signed: block " + e.number() + ": " + e.getMessage());
        } catch (MongoException | IOException | BadInputException | IllegalStateException e) {
            complain("No checkpoint could be made or kept: " + e.getMessage());
        }
    }

    private void complain(String complaint) {
        if (!complaint.equals(lastComplaint)) {
            log.error(complaint);
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
                log.warn("The last checkpoint was given up: the database does not answer");
            }
        } catch (InterruptedException e) {
            timer.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
