package io.holdfast.projection.outcomes.web;

import io.holdfast.actor.Actor;
import io.holdfast.projection.answer.Parameter;
import io.holdfast.query.PairRules;
import org.jspecify.annotations.Nullable;

/**
 * Which pairs of rules are asked for; they come as known now.
 *
 * @param version only this version of the rule set
 * @param rule only pairs with this rule
 * @param from declared in the week of this day or later
 * @param to declared in the week of this day or earlier
 * @param port only this port
 * @param limit 1 to 1000 pairs, 100 by default
 */
record PairParameters(
        @Nullable String version,
        @Nullable String rule,
        @Nullable String from,
        @Nullable String to,
        @Nullable String port,
        @Nullable String limit) {
    private static final int USUAL_LIMIT = 100;
    private static final int MAX_LIMIT = 1000;

    PairRules question(Actor actor) {
        return new PairRules(
                Asked.scope(actor, port),
                Asked.period(from, to, null),
                Asked.version(version),
                Asked.rule(rule),
                Parameter.number("limit", limit, 1, MAX_LIMIT, USUAL_LIMIT));
    }
}
