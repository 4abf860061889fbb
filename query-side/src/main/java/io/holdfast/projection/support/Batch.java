package io.holdfast.projection.support;

import java.util.Set;

/** What a batch of events changes in the documents of one generation, held back until it is flushed. Not thread-safe. */
public interface Batch extends ReadModels {
    /** What is folded from now on belongs to this event. */
    void begin(ProjectedEvent event);

    /** Forgets what the event at hand has changed. */
    void revert();

    /**
     * Writes every change, collection by collection in the order of the projection.
     *
     * @throws ConcurrentFoldException when someone else has changed a document meanwhile; a part may be written
     * @throws ReadModelUnavailableException when the store does not answer
     */
    void flush();

    /**
     * What is known beforehand about the events of a batch.
     *
     * @param aggregates whose events are in it
     * @param fresh those of them whose first event is in it, so that no document of theirs can exist
     * @param careful whether events may be delivered again: nothing is taken as fresh, and what cannot be written is found
     *     out with the event that caused it
     */
    record Plan(Set<String> aggregates, Set<String> fresh, boolean careful) {
        public Plan {
            aggregates = Set.copyOf(aggregates);
            fresh = Set.copyOf(fresh);
        }
    }
}
