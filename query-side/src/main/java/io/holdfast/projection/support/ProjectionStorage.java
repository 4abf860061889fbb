package io.holdfast.projection.support;

/** All storage of the projections. A single bean, so that Axon does not use its token store for other processors. */
public record ProjectionStorage(
        ReadModelStore documents, ProjectionTokens tokens, ProjectionRegister register, ParkedEvents parked) {}
