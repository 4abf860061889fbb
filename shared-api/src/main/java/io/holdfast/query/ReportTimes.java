package io.holdfast.query;

import io.holdfast.actor.PortScope;
import io.holdfast.value.PortCode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Query: how long things take, per port. Counts what ended in the period, whenever it began. A day is a day at the
 * port; events count at the time the command side recorded.
 *
 * @param from the first day
 * @param to the last day
 * @param scope the ports that the caller may see
 * @param port only this port, if given
 * @param byUnit whether to group also by the unit that ended it: the home port of the person who acted, or the
 *     shipment's port for the system and for persons without a home port
 */
public record ReportTimes(
        LocalDate from,
        LocalDate to,
        PortScope scope,
        @Nullable PortCode port,
        boolean byUnit) {

    /** What is measured. */
    public enum Measure {
        /** A stay in a status, until the next status. */
        STATUS,
        /** A hold, from its placing until its removal or the release of the shipment. */
        HOLD,
        /** An exam that was made, from order to result. */
        EXAM,
        /** A stay with one assignee. */
        ASSIGNEE
    }

    /**
     * Durations of one kind at one port. From one day on they are rounded down to the hour, from ninety days on to the
     * day.
     *
     * @param unit absent when rows are not grouped by unit
     * @param of the status, or type of hold or exam; {@code ANY} for assignees
     * @param count how many ended
     * @param medianMinutes for an even number, the mean of the middle two
     * @param p90Minutes the 90th percentile (nearest rank)
     */
    public record Row(
            PortCode port,
            @Nullable String unit,
            Measure measure,
            String of,
            long count,
            double medianMinutes,
            long p90Minutes) {}

    /** The rows by port, unit, measure and kind. */
    public record Answer(LocalDate from, LocalDate to, List<Row> rows) {
        public Answer {
            rows = List.copyOf(rows);
        }
    }
}
