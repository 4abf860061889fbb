package io.holdfast.projection.support;

/**
 * A collection of documents of one kind.
 *
 * @param name lower case, such as {@code cases}; unique within the projection
 * @param type what one document holds
 */
public record CollectionName<T>(String name, Class<T> type) {}
