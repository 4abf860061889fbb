package io.holdfast.embeddedmongo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.h2.store.fs.FilePath;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The store that is open now. When the disk refuses a write the store gives itself up; it is then opened anew from its file,
 * as after a crash, so that what is durable can be read, and admits writes again once the disk takes a trial. When the disk
 * took a write but did not confirm it (a failed {@code fsync}), nobody but who looks after the disk can tell what is on it: then nothing
 * is written until the process is started again.
 */
final class ServedStore implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ServedStore.class);
    private static final long FIRST_PAUSE_MILLIS = 500;
    private static final long LONGEST_PAUSE_MILLIS = 16_000;
    private static final int TRIAL_BYTES = 2 * 1024 * 1024;

    private final @Nullable String file;
    private final Supplier<Store> opener;
    private final ScheduledExecutorService repairs = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("embedded-mongo-repair").factory());
    private volatile Store store;
    private volatile Answers answers;
    private boolean refusing; // of the thread that repairs
    private long pauseMillis = FIRST_PAUSE_MILLIS; // of the thread that repairs

    /** @param file as H2's file systems know it; null for a store in memory, which has no disk to fail */
    ServedStore(@Nullable String file, Supplier<Store> opener) {
        this.file = file;
        this.opener = opener;
        this.store = opener.get();
        boolean open = false;
        try {
            this.answers = new Answers(new Backend(store));
            open = true;
        } finally {
            if (!open) {
                store.close();
            }
        }
        store.whenFailed(this::repairSoon);
    }

    /** Of the store that is open now. */
    Answers answers() {
        return answers;
    }

    private void repairSoon() {
        again(0);
    }

    private void again(long millis) {
        try {
            repairs.schedule(this::repair, millis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closing) {
            LOG.debug("no repair while closing", closing);
        }
    }

    private void repair() {
        Store failed = store;
        RuntimeException failure = failed.failure();
        if (failure != null && !failed.isGivenUp()) {
            LOG.error("the disk did not confirm what was written; look after it, then restart this process");
            return;
        }
        try {
            if (failure != null) {
                failed.close();
                serve(opener.get(), Durability.reason(failure));
            }
            if (refusing) {
                tryWriting();
            }
        } catch (RuntimeException stillRefused) {
            LOG.debug("the store still does not take writes", stillRefused);
            refusing = true;
            pauseMillis = Math.min(2 * pauseMillis, LONGEST_PAUSE_MILLIS);
            again(store.failure() == null ? pauseMillis : 0);
        }
    }

    private void serve(Store next, String reason) {
        next.closeToWrites(reason);
        Answers overNext = new Answers(new Backend(next));
        next.whenFailed(this::repairSoon);
        store = next;
        answers = overNext;
        if (!refusing) {
            LOG.error("writes are refused until the disk takes them again ({}); reading goes on", reason);
        }
        refusing = true;
    }

    /** Beside the file first: a trial within it that fails costs the readers their store. */
    private void tryWriting() {
        tryWritingBeside();
        store.tryWriting();
        store.closeToWrites(null);
        refusing = false;
        pauseMillis = FIRST_PAUSE_MILLIS;
        LOG.info("the disk takes writes again");
    }

    private void tryWritingBeside() {
        FilePath trial = FilePath.get(file + ".trial");
        try (FileChannel channel = trial.open("rw")) {
            var bytes = ByteBuffer.allocate(TRIAL_BYTES);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        } finally {
            trial.delete();
        }
    }

    @Override
    public void close() {
        repairs.shutdownNow();
        try {
            repairs.awaitTermination(LONGEST_PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        answers.backend().close();
    }
}
