package io.holdfast.embeddedmongo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStore.TxCounter;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.IntegerDataType;
import org.h2.mvstore.type.StringDataType;
import org.jspecify.annotations.Nullable;

/**
 * The file, and who may touch it when. One writer at a time changes it; readers take the roots of the trees they need
 * while no writer is inside, and read on without a lock. A commit happens between documents only, so what a crash
 * leaves behind is always a whole number of documents, with their index entries.
 */
final class Store implements AutoCloseable {
    /** A share of a heap of 512 MB that also holds the application. */
    private static final int CACHE_MEGABYTES = 32;

    /** Small pages, because a commit rewrites every page it touched from the leaf to the root. */
    private static final int PAGE_BYTES = 4 * 1024;

    /** A write that changed more than this is committed on the way, or a large one would have to fit into memory. */
    private static final int UNSAVED_BYTES = 16 * 1024 * 1024;

    /**
     * How long space that is no longer needed stays untouched. Every commit is on the disk before the next but one
     * begins, so this is a reserve only.
     */
    static final Duration RETENTION = Duration.ofSeconds(5);

    private final MVStore mvStore;
    private final boolean persistent;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final UndoLog undo = new UndoLog();
    private final Durability durability;
    private final @Nullable Compaction compaction;

    private Store(MVStore mvStore) {
        this.mvStore = mvStore;
        this.persistent = mvStore.getFileStore() != null;
        this.durability = new Durability(mvStore, lock.writeLock());
        this.compaction = persistent ? new Compaction(mvStore, lock.writeLock()) : null;
    }

    static Store inMemory() {
        return new Store(builder().open());
    }

    /**
     * Opens or creates the file.
     *
     * @throws StoreInUseException when somebody else has it open, or it is no store
     */
    static Store onFile(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return open(file.toString(), RETENTION);
    }

    /** As {@link #onFile}, by the name that H2's file systems know the file by. */
    static Store open(String file, Duration retention) {
        try {
            MVStore mvStore = builder().fileName(file).open();
            mvStore.setRetentionTime(Math.toIntExact(retention.toMillis()));
            return new Store(mvStore);
        } catch (MVStoreException e) {
            throw e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED
                    ? StoreInUseException.held(file, e)
                    : StoreInUseException.unreadable(file, e);
        }
    }

    /** Without autocommit: one in the middle of a write would tear it. */
    private static MVStore.Builder builder() {
        return new MVStore.Builder()
                .autoCommitDisabled()
                .autoCommitBufferSize(0)
                .cacheSize(CACHE_MEGABYTES)
                .pageSplitSize(PAGE_BYTES);
    }

    /** Of the trees on the file. */
    Set<String> names() {
        return mvStore.getMapNames();
    }

    MVMap<String, String> catalog() {
        return mvStore.openMap(
                "catalog",
                new MVMap.Builder<String, String>()
                        .keyType(StringDataType.INSTANCE)
                        .valueType(StringDataType.INSTANCE));
    }

    MVMap<byte[], byte[]> documents(String name) {
        return mvStore.openMap(
                name,
                new MVMap.Builder<byte[], byte[]>().keyType(BytesType.INSTANCE).valueType(BytesType.INSTANCE));
    }

    MVMap<byte[], Integer> entries(String name) {
        return mvStore.openMap(
                name,
                new MVMap.Builder<byte[], Integer>().keyType(BytesType.INSTANCE).valueType(IntegerDataType.INSTANCE));
    }

    void remove(MVMap<?, ?> map) {
        mvStore.removeMap(map);
    }

    <K, V> void put(MVMap<K, V> map, K key, V value) {
        undo.put(map, key, value);
    }

    <K, V> void remove(MVMap<K, V> map, K key) {
        undo.remove(map, key);
    }

    /** A document and all its index entries are in place: they stay, whatever becomes of the rest of the write. */
    void documentDone() {
        undo.forget();
        if (persistent && mvStore.getUnsavedMemory() > UNSAVED_BYTES) {
            mvStore.commit();
            mvStore.sync();
        }
    }

    /** Runs one statement of a write; when it throws, the document it was at is as before. */
    <T> T statement(Supplier<T> action) {
        boolean completed = false;
        try {
            T result = action.get();
            completed = true;
            return result;
        } finally {
            if (!completed) {
                undo.rollBack();
            }
            documentDone();
        }
    }

    /** Runs a write alone. Its effect is durable after {@link #awaitDurable} of the {@link #ticket} taken next. */
    <T> T write(Supplier<T> action) {
        lock.writeLock().lock();
        try {
            durability.refuseAfterFailure();
            return statement(action);
        } finally {
            durability.written();
            lock.writeLock().unlock();
        }
    }

    /** Runs a short look at the trees while no write is half done. */
    <T> T read(Supplier<T> action) {
        lock.readLock().lock();
        try {
            return action.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Covers every write that is visible now. */
    long ticket() {
        return durability.ticket();
    }

    void awaitDurable(long ticket) {
        durability.await(ticket);
    }

    /** Keeps the pages of the roots taken from now on readable until {@link #unpin}. */
    TxCounter pin() {
        return mvStore.registerVersionUsage();
    }

    void unpin(TxCounter pin) {
        mvStore.deregisterVersionUsage(pin);
    }

    /** Of the file; 0 in memory. */
    long sizeInBytes() {
        return persistent ? mvStore.getFileStore().size() : 0;
    }

    @Override
    public void close() {
        if (compaction != null) {
            compaction.close();
        }
        lock.writeLock().lock();
        try {
            if (durability.failed()) {
                mvStore.closeImmediately();
            } else {
                mvStore.close();
            }
        } finally {
            lock.writeLock().unlock();
        }
    }
}
