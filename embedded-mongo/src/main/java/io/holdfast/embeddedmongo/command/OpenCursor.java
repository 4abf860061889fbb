package io.holdfast.embeddedmongo.command;

import io.holdfast.embeddedmongo.message.Replies.Batch;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rest of a result, which the client has not fetched yet. */
final class OpenCursor implements AutoCloseable {
    /** The most that MongoDB puts into one batch. */
    private static final int MAX_BATCH_BYTES = 16 * 1024 * 1024;

    private final String namespace;
    private final Iterator<byte[]> documents;
    private final Runnable release;
    private byte @Nullable [] next;
    private volatile long usedAtNanos = System.nanoTime();

    /**
     * @param documents BSON
     * @param release run once, when the cursor is closed
     */
    OpenCursor(String namespace, Iterator<byte[]> documents, Runnable release) {
        this.namespace = namespace;
        this.documents = documents;
        this.release = release;
    }

    String namespace() {
        return namespace;
    }

    Batch take(int atMost) {
        List<byte[]> batch = new ArrayList<>();
        long bytes = 0;
        while (batch.size() < atMost && hasMore()) {
            byte[] document = next == null ? documents.next() : next;
            next = document;
            bytes += document.length;
            if (bytes > MAX_BATCH_BYTES && !batch.isEmpty()) {
                break;
            }
            batch.add(document);
            next = null;
        }
        usedAtNanos = System.nanoTime();
        return new Batch(batch);
    }

    boolean hasMore() {
        return next != null || documents.hasNext();
    }

    long idleNanos() {
        return System.nanoTime() - usedAtNanos;
    }

    @Override
    public void close() {
        release.run();
    }
}
