package io.holdfast.projection.support;

/** The documents of a projection, as one batch of events sees and changes them. */
public interface ReadModels {
    /** @throws IllegalArgumentException for a collection that the projection does not name */
    <T> ReadModelCollection<T> collection(CollectionName<T> name);
}
