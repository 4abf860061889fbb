package io.holdfast.embeddedmongo.storage;

import de.bwaldvogel.mongo.exception.MongoServerError;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
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
 * The file, and the locking around it. One writer at a time changes it; readers take the roots of the trees they need while no write is
 * in progress, then read without a lock. Commits happen between documents only, so a crash leaves whole documents with all of their index
 * entries.
 */
public final class Store implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Store.class);
    /** Sized for a heap of 512 MB that the application shares. */
    private static final int CACHE_MEGABYTES = 32;

    /** Small pages, because a commit rewrites every changed page from the leaf to the root. */
    private static final int PAGE_BYTES = 4 * 1024;

    /** A write that has changed more than this is committed midway, so that a large write need not fit into memory. */
    private static final int UNSAVED_BYTES = 16 * 1024 * 1024;

    /** More than a typical commit writes. */
    private static final int TRIAL_BYTES = 1024 * 1024;

    /**
     * How long freed space is not overwritten. Every commit is on the disk before the next but one begins, so this is only a
     * safety margin.
     */
    public static final Duration RETENTION = Duration.ofSeconds(5);

    private final MVStore mvStore;
    private final boolean persistent;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final UndoLog undo = new UndoLog();
    private final Durability durability;
    private final @Nullable Compaction compaction;

    /** The store has closed itself because it could not write. */
    private volatile boolean selfClosed;

    private Store(MVStore.Builder builder) {
        this.mvStore =
                builder.backgroundExceptionHandler((_, e) -> closeSelf(e)).open();
        this.persistent = mvStore.getFileStore() != null;
        this.durability = new Durability(mvStore, lock.writeLock());
        this.compaction = persistent ? new Compaction(mvStore, lock.writeLock()) : null;
    }

    public static Store inMemory() {
        return new Store(builder());
    }

    /**
     * Opens or creates the file.
     *
     * @throws MVStoreException if another process or server has it open, or it is not a store
     */
    public static Store onFile(Path file) {
        PrivateFiles.prepare(file);
        return open(file.toString(), RETENTION);
    }

    /** Like {@link #onFile}, with the name by which H2's file systems know the file. */
    public static Store open(String file, Duration retention) {
        Store store = new Store(builder().fileName(file));
        store.mvStore.setRetentionTime(Math.toIntExact(retention.toMillis()));
        return store;
    }

    /** Without autocommit, which could commit half a write. */
    private static MVStore.Builder builder() {
        return new MVStore.Builder()
                .autoCommitDisabled()
                .autoCommitBufferSize(0)
                .cacheSize(CACHE_MEGABYTES)
                .pageSplitSize(PAGE_BYTES);
    }

    /** The names of all trees. */
    public Set<String> names() {
        return mvStore.getMapNames();
    }

    public MVMap<String, String> catalog() {
        return mvStore.openMap(
                "catalog",
                new MVMap.Builder<String, String>()
                        .keyType(StringDataType.INSTANCE)
                        .valueType(StringDataType.INSTANCE));
    }

    public MVMap<byte[], byte[]> documents(String name) {
        return mvStore.openMap(
                name,
                new MVMap.Builder<byte[], byte[]>().keyType(BytesType.INSTANCE).valueType(BytesType.INSTANCE));
    }

    public MVMap<byte[], Integer> entries(String name) {
        return mvStore.openMap(
                name,
                new MVMap.Builder<byte[], Integer>().keyType(BytesType.INSTANCE).valueType(IntegerDataType.INSTANCE));
    }

    public void remove(MVMap<?, ?> map) {
        mvStore.removeMap(map);
    }

    public <K, V> void put(MVMap<K, V> map, K key, V value) {
        undo.put(map, key, value);
    }

    public <K, V> void remove(MVMap<K, V> map, K key) {
        undo.remove(map, key);
    }

    /** A document and all of its index entries are written: they stay, even if the rest of the write fails. */
    public void documentDone() {
        undo.forget();
        if (persistent && mvStore.getUnsavedMemory() > UNSAVED_BYTES) {
            mvStore.commit();
            mvStore.sync();
        }
    }

    /** Runs one statement of a write; if it throws, the document that it was changing is rolled back. */
    public <T> T statement(Supplier<T> action) {
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
     * Runs a write exclusively. It is durable after {@link #awaitDurable} of the {@link #ticket} taken next.
     *
     * @throws MongoServerError if the disk refuses writes; nothing is changed then
     */
    public <T> T write(Supplier<T> action) {
        lock.writeLock().lock();
        try {
            durability.checkWritable();
            try {
                return statement(action);
            } finally {
                durability.countWrite();
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Runs a short read of the trees while no write is in progress. */
    public <T> T read(Supplier<T> action) {
        lock.readLock().lock();
        try {
            return action.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    /** A ticket for every write that is visible now. */
    public long ticket() {
        return durability.ticket();
    }

    public void awaitDurable(long ticket) {
        durability.await(ticket);
    }

    /** Keeps the pages of roots that are taken from now on readable until {@link #unpin}. */
    public TxCounter pin() {
        return mvStore.registerVersionUsage();
    }

    public void unpin(TxCounter pin) {
        mvStore.deregisterVersionUsage(pin);
    }

    private void closeSelf(Throwable problem) {
        selfClosed = true;
        durability.failed(problem instanceof RuntimeException known ? known : new IllegalStateException(problem));
    }

    /** Whether it failed and closed itself; durable data can be read once the file is opened again. */
    public boolean isSelfClosed() {
        return selfClosed;
    }

    /** Why nothing can be written any more; null while writing works. */
    public @Nullable RuntimeException failure() {
        return durability.failure();
    }

    /** @param action run once; it must neither wait nor throw */
    public void whenFailed(Runnable action) {
        durability.whenFailed(action);
    }

    /** Refuses writes from now on, with this reason; null admits them again. */
    public void closeToWrites(@Nullable String because) {
        durability.close(because);
    }

    /** Writes a sizeable value to the file and removes it again; throws if the disk refuses. */
    public void tryWriting() {
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

    /** The size of the file; 0 in memory. */
    public long sizeInBytes() {
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
            // acknowledged writes are on the disk; only the final cleanup was refused
            LOG.warn("the file was closed without cleanup: {}", Durability.reason(refused));
            mvStore.closeImmediately();
        } finally {
            lock.writeLock().unlock();
        }
    }
}
