package io.holdfast.command.retuning.fit;

import java.time.LocalDate;
import java.util.List;

/**
 * A shipment whose examination told whether it was illegal.
 *
 * @param id of the shipment; decides the order within a day, so that the order of the list decides nothing
 * @param declaredOn when it was declared
 * @param facts one text per field of the fit, in the order of the fields; empty for what was not declared
 * @param positive whether the examination found something
 * @param propensity the probability (above 0, at most 1) with which it came to be examined
 */
public record Example(String id, LocalDate declaredOn, List<String> facts, boolean positive, double propensity) {
    /** @throws IllegalArgumentException for a propensity that is no probability: such a row stands for nobody */
    public Example {
        facts = List.copyOf(facts);
        if (!(propensity > 0 && propensity <= 1)) {
            throw new IllegalArgumentException("a propensity must be above 0 and at most 1, is " + propensity);
        }
    }
}
