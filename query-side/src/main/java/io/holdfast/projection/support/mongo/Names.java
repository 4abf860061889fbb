package io.holdfast.projection.support.mongo;

import io.holdfast.projection.support.Generation;
import io.holdfast.projection.support.ShelfName;

/** How collections are named. */
final class Names {
    static final String REGISTER = "projections";
    static final String TOKENS = "projection_tokens";
    static final String NODES = "projection_nodes";
    static final String PARKED = "projection_parked";

    private Names() {}

    /** Such as {@code workqueue_cases_g2}. */
    static String collection(Generation generation, ShelfName<?> shelf) {
        return generation.projection() + "_" + shelf.name() + "_g" + generation.number();
    }
}
