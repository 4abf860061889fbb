package io.holdfast.command.retuning;

import io.holdfast.targeting.RuleFailures;
import java.util.List;

/**
 * Explains a proposal; every measurement in it was made on days that the fit had not seen.
 *
 * @param outcomes the number of known outcomes that it was fitted on
 * @param positive how many of them were positive
 * @param atRandom how many of them come from the random share
 * @param baseRate the rate of illegal cargo in all traffic, each outcome weighted by the inverse of its propensity
 * @param heldBack the number of later outcomes on which profiles were chosen, each judged by tables of earlier days
 * @param precisionAsTheyCame the share of positives among those
 * @param profiles the profiles, in the order in which they were chosen
 * @param traffic the number of shipments that the threshold was fitted to
 * @param selected how many of them it selects
 * @param threshold the proposed threshold
 * @param randomShare the proposed random share of the shipments that nothing else selects
 * @param failed rules that could not be evaluated for some of the traffic; there they counted as not fired, so they may
 *     select less than intended
 */
public record Explanation(
        int outcomes,
        int positive,
        int atRandom,
        double baseRate,
        int heldBack,
        double precisionAsTheyCame,
        List<Part> profiles,
        int traffic,
        int selected,
        double threshold,
        double randomShare,
        List<RuleFailures> failed) {
    /**
     * What one profile adds.
     *
     * @param id of the profile
     * @param fields its fields
     * @param weight the weight of its evidence
     * @param cells the number of combinations in its table
     * @param lossBefore mean loss (negative log-likelihood, nats) over the held-back outcomes before it was added
     * @param lossAfter the same once it was added; lower is better
     * @param precisionAfter share of positives among the best-scored held-back outcomes, at the share that can be
     *     examined. It refers to examined shipments, not to all traffic
     */
    public record Part(
            String id,
            List<String> fields,
            double weight,
            int cells,
            double lossBefore,
            double lossAfter,
            double precisionAfter) {}

    public Explanation {
        profiles = List.copyOf(profiles);
        failed = List.copyOf(failed);
    }
}
