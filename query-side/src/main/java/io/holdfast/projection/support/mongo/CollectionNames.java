package io.holdfast.projection.support.mongo;

import io.holdfast.projection.support.CollectionName;
import io.holdfast.projection.support.Generation;

/** Names the MongoDB collections. */
final class CollectionNames {
    static final String REGISTER = "projections";
    static final String TOKENS = "projection_tokens";
    static final String NODES = "projection_nodes";
    static final String PARKED = "projection_parked";

    private CollectionNames() {}

    /** The name of a collection in a generation, such as {@code workqueue_cases_g2}. */
    static String collection(Generation generation, CollectionName<?> collection) {
        return generation.projection() + "_" + collection.name() + "_g" + generation.number();
    }
}
