package io.holdfast.projection.outcomes.web;

import io.holdfast.actor.Actor;
import io.holdfast.projection.answer.BadParameterException;
import io.holdfast.projection.answer.Parameter;
import io.holdfast.query.OutcomePeriod;
import io.holdfast.query.PairRules;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Filter parameters for pairs of rules.
 *
 * @param version only this version of the rule set
 * @param rule only pairs with this rule
 * @param from declared in the week of this day or later
 * @param to declared in the week of this day or earlier
 * @param port only this port
 * @param asKnownOn as known at the end of this day in UTC; needs {@code from} and {@code to}, at most 92 days in all
 * @param limit 1 to 1000 pairs, 100 by default
 */
record PairParameters(
        @Nullable String version,
        @Nullable String rule,
        @Nullable String from,
        @Nullable String to,
        @Nullable String port,
        @Nullable String asKnownOn,
        @Nullable String limit) {
    private static final int USUAL_LIMIT = 100;
    private static final int MAX_LIMIT = 1000;

    /** Limits the period for pairs as known on a past day, which are counted slowly, shipment by shipment. */
    private static final int MOST_DAYS = 92;

    PairRules question(Actor actor) {
        OutcomePeriod period = OutcomeParameters.period(from, to, asKnownOn);
        refuseLong(period);
        return new PairRules(
                OutcomeParameters.scope(actor, port),
                period,
                OutcomeParameters.version(version),
                OutcomeParameters.rule(rule),
                Parameter.number("limit", limit, 1, MAX_LIMIT, USUAL_LIMIT));
    }

    private static void refuseLong(OutcomePeriod period) {
        LocalDate first = period.from();
        LocalDate last = period.to();
        boolean brief =
                first != null && last != null && first.plusDays(MOST_DAYS).isAfter(last);
        if (period.asKnownOn() != null && !brief) {
            throw new BadParameterException("asKnownOn", "needs from and to, at most " + MOST_DAYS + " days in all");
        }
    }
}
