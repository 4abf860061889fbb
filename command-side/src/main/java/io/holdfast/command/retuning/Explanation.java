package io.holdfast.command.retuning;

import io.holdfast.targeting.RuleFailures;
import java.util.List;

/**
 * Why a proposal is as it is; nothing in it was measured on the days that it was fitted on.
 *
 * @param outcomes how many known outcomes it was fitted on
 * @param positive how many of them were positive
 * @param atRandom how many of them come from the random share
 * @param baseRate the rate of illegal cargo in all traffic, each outcome weighed by the inverse of its propensity
 * @param heldBack on how many of the later outcomes profiles were chosen, each judged by tables of earlier days
 * @param precisionAsTheyCame share of positives among those
 * @param profiles the profiles, in the order in which they were chosen
 * @param traffic how many shipments decided about the threshold
 * @param selected how many of them it selects
 * @param threshold the proposed threshold
 * @param randomShare the proposed random share of what nothing selects
 * @param failed rules that could not be evaluated for some of the traffic and counted there as not fired, so that they may select
 *     less than they mean to
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
     * @param weight how much its evidence counts
     * @param cells how many combinations it knows
     * @param lossBefore mean surprise (nats) over the outcomes held back, before it was added
     * @param lossAfter the same with it; the lower, the more it tells
     * @param precisionAfter share of positives among the best-scored outcomes held back, at the share that can be examined. It
     *     is of what was examined, not of all traffic
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
