package io.holdfast.projection.rulefeedback.web;

import io.holdfast.actor.Actor;
import io.holdfast.actor.Role;
import io.holdfast.projection.answer.Parameter;
import io.holdfast.query.AssessRules;
import io.holdfast.value.Check;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How rule feedback is asked for.
 *
 * @param version only this version of the rule set; 0 is selection without one
 * @param rule only this rule, or a pseudo rule such as {@code (random)}
 */
record FeedbackParameters(
        @Nullable String version, @Nullable String rule) {
    private static final int LAST_VERSION = 999_999_999;
    private static final Pattern RULE = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}|\\([a-z]{1,20}\\)");

    /** @throws io.holdfast.projection.answer.BadParameterException for what cannot be used */
    AssessRules question(Actor actor) {
        return new AssessRules(
                actor.scope(),
                Parameter.optionalNumber("version", version, 0, LAST_VERSION),
                Parameter.optional("rule", rule, FeedbackParameters::rule),
                seesLogic(actor));
    }

    /** Analysts and auditors see logic and weights, the others numbers. */
    static boolean seesLogic(Actor actor) {
        return actor.is(Role.ANALYST) || actor.is(Role.AUDITOR);
    }

    private static String rule(String text) {
        return Check.matching(
                text, "rule", RULE, "the id of a rule, or (random), (manual), (intelligence) or (outside)");
    }
}
