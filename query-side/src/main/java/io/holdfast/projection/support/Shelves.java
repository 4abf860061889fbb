package io.holdfast.projection.support;

/** The documents of a projection, as one batch of events sees and changes them. */
public interface Shelves {
    /** @throws IllegalArgumentException for a shelf that the projection does not name */
    <T> Shelf<T> shelf(ShelfName<T> name);
}
