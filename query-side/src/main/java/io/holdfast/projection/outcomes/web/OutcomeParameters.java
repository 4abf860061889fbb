package io.holdfast.projection.outcomes.web;

import io.holdfast.actor.Actor;
import io.holdfast.actor.Permission;
import io.holdfast.actor.PortScope;
import io.holdfast.projection.answer.BadParameterException;
import io.holdfast.projection.answer.Parameter;
import io.holdfast.projection.answer.Ports;
import io.holdfast.query.OutcomePeriod;
import io.holdfast.value.Check;
import io.holdfast.value.PortCode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parses parameters that several queries share; an invalid one causes a {@link BadParameterException}. */
final class OutcomeParameters {
    private static final int LAST_VERSION = 999_999_999;
    private static final Instant END = Instant.parse("9999-01-01T00:00:00Z");
    private static final Pattern RULE = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}|\\([a-z]{1,20}\\)");

    private OutcomeParameters() {}

    /** Whether the actor sees logic, weights and propensities. Analysts and auditors do; others see only numbers. */
    static boolean seesLogic(Actor actor) {
        return actor.may(Permission.SEE_RULE_LOGIC);
    }

    static @Nullable Integer version(@Nullable String text) {
        return Parameter.optionalNumber("version", text, 0, LAST_VERSION);
    }

    static @Nullable String rule(@Nullable String text) {
        return Parameter.optional(
                "rule",
                text,
                t -> Check.matching(
                        t, "rule", RULE, "the id of a rule, or (random), (manual), (intelligence) or (outside)"));
    }

    static PortScope scope(Actor actor, @Nullable String port) {
        return Ports.narrowed(actor.scope(), port(port));
    }

    static @Nullable PortCode port(@Nullable String text) {
        return Parameter.optional("port", text, PortCode::new);
    }

    static OutcomePeriod period(@Nullable String from, @Nullable String to, @Nullable String asKnownOn) {
        LocalDate first = Parameter.date("from", from);
        LocalDate last = Parameter.date("to", to);
        refuseBackwards(first, last);
        return new OutcomePeriod(first, last, Parameter.date("asKnownOn", asKnownOn));
    }

    static void refuseBackwards(@Nullable LocalDate first, @Nullable LocalDate last) {
        if (first != null && last != null && first.isAfter(last)) {
            throw new BadParameterException("from", "must not be after to");
        }
    }

    /** The moment, or the end of a day in UTC. */
    static @Nullable Instant knownBy(@Nullable String text) {
        if (text == null || text.indexOf('T') >= 0) {
            Instant moment = Parameter.moment("asKnownOn", text);
            // Moments far outside this range cannot be counted in milliseconds.
            if (moment != null && !(moment.isAfter(Instant.EPOCH) && moment.isBefore(END))) {
                throw new BadParameterException("asKnownOn", "must be a moment in a year from 1970 to 9998");
            }
            return moment;
        }
        LocalDate day = Parameter.date("asKnownOn", text);
        return day == null
                ? null
                : day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusNanos(1);
    }
}
