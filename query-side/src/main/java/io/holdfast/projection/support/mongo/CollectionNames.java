package io.holdfast.projection.support.mongo;

import io.holdfast.projection.support.CollectionName;
import io.holdfast.projection.support.Generation;

/** How collections are named. */
final class CollectionNames {
    static final String REGISTER = "projections";
    static final String TOKENS = "projection_tokens";
    static final String NODES = "projection_nodes";
    static final String PARKED = "projection_parked";

    private CollectionNames() {}

    /** Such as {@code workqueue_cases_g2}. */
    static String collection(Generation generation, CollectionName<?> collection) {
        return generation.projection() + "_" + collection.name() + "_g" + generation.number();
    }
}
