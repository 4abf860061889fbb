package io.holdfast.query;

import io.holdfast.actor.PortScope;
import io.holdfast.shipment.state.Status;
import io.holdfast.value.PortCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Query: daily counts per port. A day is a day at the port; events count at the time the command side recorded.
 *
 * @param from the first day
 * @param to the last day
 * @param scope the ports that the caller may see
 * @param port only this port, if given
 */
public record ReportDaily(
        LocalDate from,
        LocalDate to,
        PortScope scope,
        @Nullable PortCode port) {

    /**
     * The counts of one port and day.
     *
     * @param declared shipments seen for the first time
     * @param targeted selections by rules, at random, by people, and by an approved redelivery
     * @param cleared shipments that no rule selected
     * @param held changes of status to HELD
     * @param examined exams completed
     * @param seized changes of status to SEIZED
     * @param released changes of status to RELEASED by a person
     * @param waived exams waived
     */
    public record Counts(
            long declared,
            long targeted,
            long cleared,
            long held,
            long examined,
            long seized,
            long released,
            long waived) {
        /** All zero. */
        public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0);

        /** The sum of both. */
        public Counts plus(Counts o) {
            return new Counts(
                    declared + o.declared,
                    targeted + o.targeted,
                    cleared + o.cleared,
                    held + o.held,
                    examined + o.examined,
                    seized + o.seized,
                    released + o.released,
                    waived + o.waived);
        }
    }

    /** One port on one day; a day without activity at a port has no row. */
    public record Row(LocalDate day, PortCode port, Counts counts) {}

    /** The rows by day and port, their sum, and the number of shipments in each status at the end of the last day. */
    public record Answer(LocalDate from, LocalDate to, List<Row> rows, Counts total, Map<Status, Long> standingAtEnd) {
        public Answer {
            rows = List.copyOf(rows);
        }
    }
}
