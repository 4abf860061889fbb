package io.holdfast.projection.support;

/** Stores the documents of projections, one set per generation. */
public interface ReadModelStore {
    /** Creates the collections and indexes of a generation; existing ones are kept. */
    void prepare(Projection projection, Generation generation);

    /** Starts a batch on a generation. */
    Batch batch(Projection projection, Generation generation, Batch.Plan plan);

    /** Deletes a generation. */
    void drop(Projection projection, Generation generation);
}
