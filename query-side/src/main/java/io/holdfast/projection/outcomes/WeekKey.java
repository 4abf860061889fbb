package io.holdfast.projection.outcomes;

import io.holdfast.value.PortCode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/**
 * The declarations of one week on which one version decided at one port.
 *
 * @param port absent for all ports together
 * @param version of the rule set; {@link RuleKey#NO_RULE_SET} where none decided
 * @param monday the first day of the week
 */
public record WeekKey(@Nullable PortCode port, int version, LocalDate monday) {
    static WeekKey of(@Nullable PortCode port, Decision decision) {
        return new WeekKey(
                port, decision.version(), monday(decision.declaration().declaredOn()));
    }

    /** The Monday of a day's week. */
    static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    String id() {
        return (port == null ? "*" : port.value()) + "|" + version + "|" + monday;
    }
}
