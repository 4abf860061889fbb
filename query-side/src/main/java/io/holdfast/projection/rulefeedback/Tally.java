package io.holdfast.projection.rulefeedback;

import io.holdfast.projection.answer.Minutes;

/**
 * What is counted of a rule at a port; also the difference of two such counts.
 *
 * @param fired declarations for which the rule fired
 * @param selected of these, selected
 * @param examined of these, examined
 * @param positive of these, with a positive finding
 * @param heldInnocent the times for which those were held that were released without a positive finding
 */
public record Tally(long fired, long selected, long examined, long positive, Minutes heldInnocent) {
    /** Nothing. */
    public static final Tally NONE = new Tally(0, 0, 0, 0, Minutes.NONE);

    static final Tally FIRED = new Tally(1, 0, 0, 0, Minutes.NONE);

    Tally plus(Tally o) {
        return new Tally(
                fired + o.fired,
                selected + o.selected,
                examined + o.examined,
                positive + o.positive,
                heldInnocent.plus(o.heldInnocent));
    }

    Tally minus(Tally o) {
        return plus(new Tally(-o.fired, -o.selected, -o.examined, -o.positive, o.heldInnocent.negated()));
    }
}
