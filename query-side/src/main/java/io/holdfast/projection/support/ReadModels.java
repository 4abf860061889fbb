package io.holdfast.projection.support;

/** The documents of a projection, as a batch of events reads and changes them. */
public interface ReadModels {
    /**
     * The collection of this name.
     *
     * @throws IllegalArgumentException if the projection does not declare it
     */
    <T> ReadModelCollection<T> collection(CollectionName<T> name);
}
