package io.holdfast.embeddedmongo;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntSupplier;

/** What is left of an answer. */
final class OpenCursor implements AutoCloseable {
    /** What MongoDB puts into one batch at most. */
    private static final int MAX_BATCH_BYTES = 16 * 1024 * 1024;

    private final String namespace;
    private final Iterator<Document> documents;
    private final IntSupplier nextSize;
    private final Runnable release;
    private volatile long usedAtNanos = System.nanoTime();

    /**
     * @param nextSize the size in bytes of the next document
     * @param release is run once, when the cursor is closed
     */
    OpenCursor(String namespace, Iterator<Document> documents, IntSupplier nextSize, Runnable release) {
        this.namespace = namespace;
        this.documents = documents;
        this.nextSize = nextSize;
        this.release = release;
    }

    String namespace() {
        return namespace;
    }

    List<Document> take(int atMost) {
        List<Document> batch = new ArrayList<>();
        long bytes = 0;
        while (batch.size() < atMost && documents.hasNext()) {
            bytes += nextSize.getAsInt();
            if (bytes > MAX_BATCH_BYTES && !batch.isEmpty()) {
                break;
            }
            batch.add(documents.next());
        }
        usedAtNanos = System.nanoTime();
        return batch;
    }

    boolean hasMore() {
        return documents.hasNext();
    }

    long idleNanos() {
        return System.nanoTime() - usedAtNanos;
    }

    @Override
    public void close() {
        release.run();
    }
}
