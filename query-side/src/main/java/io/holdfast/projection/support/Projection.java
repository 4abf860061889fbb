package io.holdfast.projection.support;

import java.util.List;

/**
 * A projection: folds events into a read model. One bean per projection; within a segment, events come in log order.
 */
public interface Projection {
    /** The name of the processing group and the prefix of the collections, such as {@code workqueue}. */
    String name();

    /**
     * The number of segments by which shipments are partitioned; 1 if its documents are not each of a single shipment.
     */
    int segments();

    /**
     * The collections of its documents, in the order in which a batch is written: totals first, and last the documents
     * from which changes to totals are computed, so that a half-written batch can be redelivered.
     */
    List<CollectionName<?>> collections();

    /** Folds an event. Must not fail, whatever the order of events. */
    void on(ProjectedEvent event, ReadModels models);
}
