package io.holdfast.projection.outcomes.web;

import io.holdfast.actor.Actor;
import io.holdfast.query.AssessRules;
import org.jspecify.annotations.Nullable;

/**
 * Filter parameters for the performance of rules.
 *
 * @param version only this version of the rule set; 0 is selection without one
 * @param rule only this rule, or a pseudo rule such as {@code (random)}
 * @param from declared in the week of this day or later
 * @param to declared in the week of this day or earlier
 * @param port only this port
 * @param asKnownOn as known at the end of this day in UTC
 */
record RuleParameters(
        @Nullable String version,
        @Nullable String rule,
        @Nullable String from,
        @Nullable String to,
        @Nullable String port,
        @Nullable String asKnownOn) {
    AssessRules question(Actor actor) {
        return new AssessRules(
                OutcomeParameters.scope(actor, port),
                OutcomeParameters.period(from, to, asKnownOn),
                OutcomeParameters.version(version),
                OutcomeParameters.rule(rule),
                OutcomeParameters.seesLogic(actor));
    }
}
