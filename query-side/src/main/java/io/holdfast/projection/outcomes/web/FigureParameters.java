package io.holdfast.projection.outcomes.web;

import io.holdfast.actor.Actor;
import io.holdfast.projection.answer.BadParameterException;
import io.holdfast.query.EstimateTotals;
import io.holdfast.query.TrendRule;
import org.jspecify.annotations.Nullable;

/**
 * Parameters of a figure over a period.
 *
 * @param version only this version of the rule set; 0 is selection without one
 * @param from declared in the week of this day or later
 * @param to declared in the week of this day or earlier
 * @param port only this port
 * @param asKnownOn as known at the end of this day in UTC
 */
record FigureParameters(
        @Nullable String version,
        @Nullable String from,
        @Nullable String to,
        @Nullable String port,
        @Nullable String asKnownOn) {
    EstimateTotals totals(Actor actor) {
        return new EstimateTotals(
                OutcomeParameters.scope(actor, port),
                OutcomeParameters.period(from, to, asKnownOn),
                OutcomeParameters.version(version),
                OutcomeParameters.seesLogic(actor));
    }

    TrendRule trend(String rule, Actor actor) {
        String asked = OutcomeParameters.rule(rule);
        if (asked == null) {
            throw new BadParameterException("rule", "is missing");
        }
        return new TrendRule(
                OutcomeParameters.scope(actor, port),
                OutcomeParameters.period(from, to, asKnownOn),
                OutcomeParameters.version(version),
                asked);
    }
}
