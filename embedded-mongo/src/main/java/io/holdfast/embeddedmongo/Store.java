package io.holdfast.embeddedmongo;

import de.bwaldvogel.mongo.exception.MongoServerError;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file, and who may touch it when. One writer at a time changes it; readers take the roots of the trees they need
 * while no writer is inside, and read on without a lock. A commit happens between documents only, so what a crash
 * leaves behind is always a whole number of documents, with their index entries.
 */
final class Store implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Store.class);
    /** A share of a heap of 512 MB that also holds the application. */
    private static final int CACHE_MEGABYTES = 32;

    /** Small pages, because a commit rewrites every page it touched from the leaf to the root. */
    private static final int PAGE_BYTES = 4 * 1024;

    /** A write that changed more than this is committed on the way, or a large one would have to fit into memory. */
    private static final int UNSAVED_BYTES = 16 * 1024 * 1024;

    /** More than a usual commit takes. */
    private static final int TRIAL_BYTES = 1024 * 1024;

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

    /** The store gave itself up because it could not write; it closes itself then. */
    private volatile boolean givenUp;

    private Store(MVStore.Builder builder) {
        this.mvStore = builder.backgroundExceptionHandler((_, e) -> giveUp(e)).open();
        this.persistent = mvStore.getFileStore() != null;
        this.durability = new Durability(mvStore, lock.writeLock());
        this.compaction = persistent ? new Compaction(mvStore, lock.writeLock()) : null;
    }

    static Store inMemory() {
        return new Store(builder());
    }

    /**
     * Opens or creates the file.
     *
     * @throws StoreInUseException when somebody else has it open, or it is no store
     */
    static Store onFile(Path file) {
        PrivateFiles.prepare(file);
        return open(file.toString(), RETENTION);
    }

    /** As {@link #onFile}, by the name that H2's file systems know the file by. */
    static Store open(String file, Duration retention) {
        try {
            Store store = new Store(builder().fileName(file));
            store.mvStore.setRetentionTime(Math.toIntExact(retention.toMillis()));
            return store;
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

    /**
     * Runs a write alone. Its effect is durable after {@link #awaitDurable} of the {@link #ticket} taken next.
     *
     * @throws MongoServerError without having changed anything, while the disk refuses writes
     */
    <T> T write(Supplier<T> action) {
        lock.writeLock().lock();
        try {
            durability.refuseWhatCannotBeKept();
            try {
                return statement(action);
            } finally {
                durability.written();
            }
        } finally {
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

    private void giveUp(Throwable problem) {
        givenUp = true;
        durability.failed(problem instanceof RuntimeException known ? known : new IllegalStateException(problem));
    }

    /** Whether it failed and closed itself: what is durable can be read again once the file is opened anew. */
    boolean isGivenUp() {
        return givenUp;
    }

    /** Why nothing can be written any more; null while all is well. */
    @Nullable RuntimeException failure() {
        return durability.failure();
    }

    /** @param action told once; it must neither wait nor throw */
    void whenFailed(Runnable action) {
        durability.whenFailed(action);
    }

    /** Refuses writes from now on, with this reason; null admits them again. */
    void closeToWrites(@Nullable String because) {
        durability.close(because);
    }

    /** Writes something of some size where everything is written, and takes it away again. */
    void tryWriting() {
        MVMap<String, byte[]> trial = mvStore.openMap("trial");
        byte[] bytes = new byte[TRIAL_BYTES];
        ThreadLocalRandom.current().nextBytes(bytes);
        commitTrial(() -> trial.put("trial", bytes));
        commitTrial(trial::clear);
    }

    private void commitTrial(Runnable change) {
        lock.writeLock().lock();
        try {
            change.run();
            mvStore.commit();
            mvStore.sync();
        } finally {
            lock.writeLock().unlock();
        }
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
            if (durability.failure() != null) {
                mvStore.closeImmediately();
            } else {
                mvStore.close();
            }
        } catch (MVStoreException refused) {
            // What was acknowledged is on the disk; only its tidying was refused.
            LOG.warn("the file was closed as it is: {}", Durability.reason(refused));
            mvStore.closeImmediately();
        } finally {
            lock.writeLock().unlock();
        }
    }
}
