package io.holdfast.command.retuning.fit;

/**
 * What one table added on later days than those it was fitted on.
 *
 * @param table as fitted on all examples in the end
 * @param lossBefore mean of -ln of the probability given to what was found, in nats, before it joined
 * @param lossAfter the same with it
 * @param precisionAfter share of positives among the best-scored of the held-back examples with it; of what was examined, so
 *     higher than of all traffic
 */
public record FitStep(RateTable table, double lossBefore, double lossAfter, double precisionAfter) {}
