package io.holdfast.command.retuning.fit;

/**
 * What one table added, measured on later days than those it was fitted on.
 *
 * @param table the table, fitted on all examples
 * @param lossBefore mean negative log-likelihood of the outcomes, in nats, before it was added
 * @param lossAfter the same once it was added
 * @param precisionAfter share of positives among the best-scored held-back examples with it; it refers to examined
 *     shipments, so it is higher than in all traffic
 */
public record FitStep(RateTable table, double lossBefore, double lossAfter, double precisionAfter) {}
