package io.holdfast.query;

import io.holdfast.actor.PortScope;
import io.holdfast.value.PortCode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long do things take, port by port? What ended in the period counts, whenever it began. A day is a day at the port, by the
 * clock of the command side.
 *
 * @param from the first day
 * @param to the last day
 * @param scope the ports that the caller sees
 * @param port only this port, if given
 * @param byUnit whether rows are told apart by the unit whose act ended it: the home port of the person who acted; of a person
 *     without one, and of the system, the port of the shipment
 */
public record ReportTimes(
        LocalDate from,
        LocalDate to,
        PortScope scope,
        @Nullable PortCode port,
        boolean byUnit) {

    /** What is measured. */
    public enum Measure {
        /** A stay in a status, from its beginning to the next status. */
        STATUS,
        /** A hold, from when it was placed until it was removed or the release of the shipment ended it. */
        HOLD,
        /** An exam that was made, from its order to its result. */
        EXAM,
        /** A stay with one assignee. */
        ASSIGNEE
    }

    /**
     * Times of one kind at one port. Times of a day and more are rounded down to the hour, of ninety days and more to the day.
     *
     * @param unit absent when rows are not told apart by it
     * @param of the status, or type of hold or exam; {@code ANY} for assignees
     * @param count how many ended
     * @param medianMinutes the mean of the middle two for an even number
     * @param p90Minutes nine of ten took no longer (nearest rank)
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
