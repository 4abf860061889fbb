package io.holdfast.projection.support;

import java.util.Set;

/**
 * The changes that a batch of events makes to the documents of one generation, buffered until flushed. Not thread-safe.
 */
public interface Batch extends ReadModels {
    /** Starts an event: the changes that follow belong to it. */
    void begin(ProjectedEvent event);

    /** Discards the changes of the current event. */
    void revert();

    /**
     * Writes all changes, collection by collection in the order that the projection declares.
     *
     * @throws ConcurrentFoldException if another writer has changed a document in the meantime; some changes may be
     *     written
     * @throws ReadModelUnavailableException if the store does not respond
     */
    void flush();

    /**
     * What is known about a batch before its events are folded.
     *
     * @param aggregates the aggregates whose events are in the batch
     * @param fresh those whose first event is in the batch, so none of their documents can exist yet
     * @param careful whether events may be redelivered: no aggregate is treated as fresh, and each document is
     *     serialised with the event that changed it, so a document that cannot be written is traced to its event
     */
    record Plan(Set<String> aggregates, Set<String> fresh, boolean careful) {
        public Plan {
            aggregates = Set.copyOf(aggregates);
            fresh = Set.copyOf(fresh);
        }
    }
}
