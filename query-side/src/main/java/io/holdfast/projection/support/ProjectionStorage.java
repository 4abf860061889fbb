package io.holdfast.projection.support;

/** Everything that projections keep. One bean, so that Axon does not take the tokens for those of other processors. */
public record ProjectionStorage(
        ReadModelStore documents, ProjectionTokens tokens, ProjectionRegister register, ParkedEvents parked) {}
