package io.holdfast.projection.support;

import java.util.List;

/** A read model and what each event changes in it. One bean per projection; events come in log order within a segment. */
public interface Projection {
    /** The name of the processing group and the prefix of the collections, such as {@code workqueue}. */
    String name();

    /** Over how many segments the shipments are spread; 1 where documents belong to no single shipment. */
    int segments();

    /**
     * Where it keeps documents, in the order in which a batch is written: sums first, and last the documents from which
     * changes to sums are computed, so that a batch that was half written can be delivered again.
     */
    List<CollectionName<?>> collections();

    /** Folds an event in. Must not fail on any order of events. */
    void on(ProjectedEvent event, ReadModels models);
}
