package io.holdfast.command.retuning;

import io.holdfast.command.retuning.fit.Example;
import io.holdfast.command.retuning.fit.Fit;
import io.holdfast.command.retuning.fit.FitOptions;
import io.holdfast.command.retuning.fit.Fitter;
import io.holdfast.command.retuning.fit.ScoredTraffic;
import io.holdfast.query.LabelledShipment;
import io.holdfast.targeting.ExamCapacity;
import io.holdfast.targeting.RuleSet;
import io.holdfast.value.InvalidValueException;
import io.holdfast.value.PortCode;
import java.util.ArrayList;
import java.util.List;

/**
 * Proposes a rule set: the rules of the active one, profiles fitted to known outcomes, and the threshold that selects
 * as many shipments as can be examined. It only proposes; nothing here activates anything.
 */
public final class Retuner {
    private static final int MOST = 400_000;

    private final KnownOutcomes outcomes;
    private final FitOptions options;

    public Retuner(KnownOutcomes outcomes, FitOptions options) {
        this.outcomes = outcomes;
        this.options = options;
    }

    /**
     * Fits a proposal.
     *
     * @param active the rule set whose rules, seed and capacity the proposal keeps; its profiles are replaced
     * @throws TooFewOutcomesException when nothing can be fitted
     * @throws InvalidValueException for a period with more than 400,000 known outcomes
     */
    public Proposal propose(Retuning asked, RuleSet active) {
        List<LabelledShipment> examined = new ArrayList<>();
        outcomes.examined(asked.from(), asked.to(), shipment -> {
            examined.add(shipment);
            if (examined.size() > MOST) {
                throw new InvalidValueException("from", "must be later: at most " + MOST + " outcomes can be fitted");
            }
        });
        var examples = new Examples(examined, asked.fields());
        Double share = asked.capacityShare();
        Fit fit = Fitter.fit(examples.all(), share == null ? options : options.at(share));
        if (fit.steps().isEmpty()) {
            throw new TooFewOutcomesException(fit.examples());
        }
        return proposal(asked, active, examples, fit);
    }

    private Proposal proposal(Retuning asked, RuleSet active, Examples examples, Fit fit) {
        var rules = new RetainedRules(active);
        ScoredTraffic traffic = traffic(asked, rules, examples, fit);
        double threshold = threshold(asked, traffic);
        double random = randomShare(asked, traffic.selectedAt(threshold) / (double) Math.max(1, traffic.size()));
        var profiles = new FittedProfiles(examples.fields());
        ExamCapacity capacity = asked.capacity();
        var ruleSet = new RuleSet(
                "Retuned on outcomes of " + asked.from() + " to " + asked.to(),
                rules.scaledTo(threshold),
                profiles.of(fit, asked.to()),
                capacity == null ? active.capacity() : capacity,
                threshold,
                random,
                active.seed());
        var explanation = new Explanation(
                fit.examples(),
                examples.positive(),
                examples.atRandom(),
                fit.baseRate(),
                fit.heldBack(),
                fit.precisionBefore(),
                profiles.explained(fit),
                traffic.size(),
                traffic.selectedAt(threshold),
                threshold,
                random,
                rules.failed());
        return new Proposal(ruleSet, explanation);
    }

    /** An examined shipment is scored as if its own outcome were unknown, as in live screening. */
    private ScoredTraffic traffic(Retuning asked, RetainedRules rules, Examples examples, Fit fit) {
        var traffic = new ScoredTraffic();
        outcomes.all(asked.trafficFrom(), asked.to(), shipment -> {
            Example known = examples.exampleOf(shipment);
            double score = known == null ? fit.score(examples.facts(shipment.declaration())) : fit.scoreWithout(known);
            double byRules = rules.shareOfThreshold(shipment.declaration());
            traffic.add(shipment.port().value(), shipment.declaredOn(), score, byRules);
        });
        return traffic;
    }

    private static double threshold(Retuning asked, ScoredTraffic traffic) {
        double byScore = 1 - asked.randomPart();
        Double share = asked.capacityShare();
        ExamCapacity capacity = asked.capacity();
        if (share != null) {
            return traffic.thresholdFor(share * byScore);
        }
        return capacity == null
                ? traffic.thresholdFor(1)
                : traffic.thresholdFor(port -> byScore * perDay(capacity, port));
    }

    private static double perDay(ExamCapacity capacity, String port) {
        Integer perDay = capacity.of(new PortCode(port));
        return perDay == null ? Double.MAX_VALUE : perDay;
    }

    /** The random share of unselected shipments at which random exams make up the requested part of all exams. */
    private static double randomShare(Retuning asked, double selected) {
        double part = asked.randomPart();
        Double share = asked.capacityShare();
        double examinations = share == null ? selected / (1 - part) : share;
        double rest = 1 - Math.min(selected, 0.99);
        double random = Math.min(1, part * examinations / rest);
        return Math.round(random * 1e6) / 1e6;
    }
}
