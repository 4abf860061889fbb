package io.holdfast.projection.outcomes;

import io.holdfast.value.PortCode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/**
 * Identifies the declarations of one week at one port that one version decided.
 *
 * @param port absent for all ports
 * @param version of the rule set; {@link RuleKey#NO_RULE_SET} if none decided
 * @param monday the first day of the week
 */
public record WeekKey(@Nullable PortCode port, int version, LocalDate monday) {
    static WeekKey of(@Nullable PortCode port, Decision decision) {
        return new WeekKey(
                port, decision.version(), monday(decision.declaration().declaredOn()));
    }

    /** The Monday of the week that contains the day. */
    static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    String id() {
        return (port == null ? "*" : port.value()) + "|" + version + "|" + monday;
    }
}
