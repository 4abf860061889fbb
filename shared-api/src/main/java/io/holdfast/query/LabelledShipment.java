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
 * A shipment as those need it who learn from outcomes: the facts at selection, how it was decided, and what came of it.
 *
 * @param position where the decision stands in the log; only grows, and the feed resumes after it
 * @param declaration the declared facts at selection
 * @param selectedAt when it was selected or cleared
 * @param basis on what grounds it was selected; absent when it was cleared
 * @param recalled an approved redelivery brought it back before it was examined, so that its outcome is no sample of anything
 * @param propensity the probability (0 to 1) with which the rule set selected it; 1 where people or an outside engine did
 * @param score what the rule set made of it; 0 without one
 * @param ruleSet which rules decided; absent where people or an outside engine did
 * @param fired the rules that fired, also below the threshold
 * @param failed the rules that could not be evaluated and counted as not fired: not a sample of where they do not hold
 * @param outcome what is known of it
 * @param certainty of a positive outcome; absent for any other
 * @param examinedAt when the first exam was completed; absent when none was
 * @param exams exams completed
 * @param hoursExamined from the start to the result of these exams, added up
 * @param hoursHeld from the first hold to the release, added up over releases; 0 while it is not released
 * @param released whether it stands released
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

    /** Which shipment. */
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

    /** Whether {@link #outcome} is positive or negative, so that it can be learned from. */
    public boolean decided() {
        return outcome == Outcome.POSITIVE || outcome == Outcome.NEGATIVE;
    }

    /** What is known of a shipment. */
    public enum Outcome {
        /** A positive finding stands. */
        POSITIVE,
        /** Examined, without a positive finding, and no laboratory is waited for. */
        NEGATIVE,
        /** Examined, without a positive finding so far; a laboratory has still to report. */
        PENDING,
        /** Never examined. That is no miss: nobody knows. */
        UNKNOWN
    }

    /** How sure a positive outcome is. */
    public enum Certainty {
        /** A field test only. */
        PRESUMPTIVE,
        /** A laboratory, or a finding that needs none. */
        CONFIRMED
    }
}
