package io.holdfast.projection.support;

/** Where the documents of projections are kept, one set per generation. */
public interface ReadModelStore {
    /** Makes the collections of a generation with their indexes; those that are there stay. */
    void prepare(Projection projection, Generation generation);

    /** A batch on a generation. */
    Batch batch(Projection projection, Generation generation, Batch.Plan plan);

    /** Removes a generation. */
    void drop(Projection projection, Generation generation);
}
