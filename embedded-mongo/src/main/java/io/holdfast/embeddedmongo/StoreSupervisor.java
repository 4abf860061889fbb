package io.holdfast.embeddedmongo;

import io.holdfast.embeddedmongo.command.Backend;
import io.holdfast.embeddedmongo.storage.Durability;
import io.holdfast.embeddedmongo.storage.Store;
import io.holdfast.embeddedmongo.wire.RequestDispatcher;
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
 * Keeps a store open. If the disk refuses a write, the store closes itself; the supervisor reopens it from its file, as after a
 * crash, so that durable data can be read, and admits writes again once a trial write succeeds. If the disk accepted a write but did
 * not confirm it (a failed {@code fsync}), only an operator can tell what is on it: nothing is written until the process is restarted.
 */
final class StoreSupervisor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StoreSupervisor.class);
    private static final long FIRST_PAUSE_MILLIS = 500;
    private static final long LONGEST_PAUSE_MILLIS = 16_000;
    private static final int TRIAL_BYTES = 2 * 1024 * 1024;

    private final @Nullable String file;
    private final Supplier<Store> opener;
    private final ScheduledExecutorService repairs = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("embedded-mongo-repair").factory());
    private volatile Store store;
    private volatile RequestDispatcher dispatcher;
    private boolean refusing; // used by the repair thread only
    private long pauseMillis = FIRST_PAUSE_MILLIS; // used by the repair thread only

    /** @param file the name by which H2's file systems know the file; null for a store in memory, which has no disk to fail */
    StoreSupervisor(@Nullable String file, Supplier<Store> opener) {
        this.file = file;
        this.opener = opener;
        this.store = opener.get();
        boolean open = false;
        try {
            this.dispatcher = new RequestDispatcher(new Backend(store));
            open = true;
        } finally {
            if (!open) {
                store.close();
            }
        }
        store.whenFailed(this::repairNow);
    }

    /** Serves the store that is open now. */
    RequestDispatcher dispatcher() {
        return dispatcher;
    }

    private void repairNow() {
        schedule(0);
    }

    private void schedule(long millis) {
        try {
            repairs.schedule(this::repair, millis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closing) {
            LOG.debug("no repair while closing", closing);
        }
    }

    private void repair() {
        Store failed = store;
        RuntimeException failure = failed.failure();
        if (failure != null && !failed.isSelfClosed()) {
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
            LOG.debug("the store still refuses writes", stillRefused);
            refusing = true;
            pauseMillis = Math.min(2 * pauseMillis, LONGEST_PAUSE_MILLIS);
            schedule(store.failure() == null ? pauseMillis : 0);
        }
    }

    private void serve(Store next, String reason) {
        next.closeToWrites(reason);
        RequestDispatcher toNext = new RequestDispatcher(new Backend(next));
        next.whenFailed(this::repairNow);
        store = next;
        dispatcher = toNext;
        if (!refusing) {
            LOG.error("writes are refused until the disk accepts them again ({}); reads continue", reason);
        }
        refusing = true;
    }

    /** Tries beside the file first: a failed trial inside it would close the store for readers too. */
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
        dispatcher.backend().close();
    }
}
