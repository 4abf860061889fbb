package io.holdfast.command.retuning.fit;

import java.time.LocalDate;
import java.util.List;

/**
 * A shipment whose exam showed whether it was illegal.
 *
 * @param id of the shipment; fixes the order within a day, so that the order of the list has no effect
 * @param declaredOn when it was declared
 * @param facts one text per field of the fit, in the order of the fields; empty when not declared
 * @param positive whether the exam found something
 * @param propensity the probability (above 0, at most 1) with which the shipment was selected for an exam
 */
public record Example(String id, LocalDate declaredOn, List<String> facts, boolean positive, double propensity) {
    /**
     * @throws IllegalArgumentException for a propensity that is not a probability above 0: such a row represents
     *     nothing
     */
    public Example {
        facts = List.copyOf(facts);
        if (!(propensity > 0 && propensity <= 1)) {
            throw new IllegalArgumentException("a propensity must be above 0 and at most 1, is " + propensity);
        }
    }
}
