package io.holdfast.query;

import io.holdfast.shipment.SelectionBasis;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.shipment.declaration.Declaration;
import io.holdfast.targeting.RuleId;
import io.holdfast.targeting.RuleSetRef;
import io.holdfast.value.PortCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A shipment as a training example for models that learn from outcomes: the facts at selection, the decision and the
 * outcome.
 *
 * @param position the position of the decision in the log; only ever grows, and the feed resumes after it
 * @param declaration the declared facts at selection
 * @param selectedAt when it was selected or cleared
 * @param basis the grounds for selection; absent when it was cleared
 * @param recalled whether an approved redelivery brought it back before it was examined, so that its outcome is not
 *     part of a representative sample
 * @param propensity the probability (0 to 1) with which the rule set selected it; 1 where people or an outside engine
 *     did
 * @param score the score from the rule set; 0 without one
 * @param ruleSet the rule set that decided; absent where people or an outside engine did
 * @param fired the rules that fired, even if the score stayed below the threshold
 * @param failed the rules that could not be evaluated and counted as not fired; do not treat them as conditions that
 *     did not hold
 * @param outcome what is known of the outcome
 * @param certainty how certain a positive outcome is; absent for any other
 * @param examinedAt when the first exam was completed; absent when none was
 * @param exams the number of completed exams
 * @param hoursExamined total hours of these exams, from start to result
 * @param hoursHeld total hours from the first hold to the release, over all releases; 0 while it is not released
 * @param released whether it is released now
 */
public record LabelledShipment(
        long position,
        Declaration declaration,
        Instant selectedAt,
        @Nullable SelectionBasis basis,
        boolean recalled,
        double propensity,
        double score,
        @Nullable RuleSetRef ruleSet,
        List<RuleId> fired,
        List<RuleId> failed,
        Outcome outcome,
        @Nullable Certainty certainty,
        @Nullable Instant examinedAt,
        int exams,
        double hoursExamined,
        double hoursHeld,
        boolean released) {
    public LabelledShipment {
        fired = List.copyOf(fired);
        failed = List.copyOf(failed);
    }

    /** The shipment. */
    public ShipmentId shipmentId() {
        return declaration.shipmentId();
    }

    /** The port of entry. */
    public PortCode port() {
        return declaration.port();
    }

    /** The date of declaration. */
    public LocalDate declaredOn() {
        return declaration.declaredOn();
    }

    /** Whether {@link #outcome} is positive or negative, so that a model can learn from it. */
    public boolean decided() {
        return outcome == Outcome.POSITIVE || outcome == Outcome.NEGATIVE;
    }

    /** The outcome, as far as it is known. */
    public enum Outcome {
        /** There is a positive finding. */
        POSITIVE,
        /** Examined, without a positive finding, and no laboratory result is outstanding. */
        NEGATIVE,
        /** Examined, without a positive finding so far; a laboratory result is outstanding. */
        PENDING,
        /** Never examined. Not a negative: the outcome is unknown. */
        UNKNOWN
    }

    /** How certain a positive outcome is. */
    public enum Certainty {
        /** A field test only. */
        PRESUMPTIVE,
        /** A laboratory, or a finding that needs none. */
        CONFIRMED
    }
}
