package io.holdfast.projection.support;

/**
 * Names a collection of documents of one type.
 *
 * @param name lower case, such as {@code cases}; unique within the projection
 * @param type the type of its documents
 */
public record CollectionName<T>(String name, Class<T> type) {}
