package io.holdfast.query;

import io.holdfast.actor.PortScope;
import io.holdfast.shipment.ExamType;
import io.holdfast.shipment.WaiverReason;
import io.holdfast.value.PortCode;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Do units waive alike what is alike? An exam counts when it is decided: made or waived, by the unit of the person who did. A unit
 * is that person's home port; of a person without one, the port of the shipment. A day is a day at the port.
 *
 * @param from the first day
 * @param to the last day
 * @param scope the ports whose shipments the caller sees
 * @param port only shipments of this port, if given
 */
public record ReportConsistency(
        LocalDate from,
        LocalDate to,
        PortScope scope,
        @Nullable PortCode port) {

    /**
     * One unit and type of exam.
     *
     * @param exams how many were decided
     * @param waived how many of them were waived
     * @param rate waived per exam
     * @param rate95 the 95 % interval of the rate (Wilson)
     * @param reasons how often for which reason
     * @param alike the same among like shipments; absent when no other unit decided on any
     */
    public record Row(
            ExamType type,
            String unit,
            long exams,
            long waived,
            double rate,
            Interval rate95,
            Map<WaiverReason, Long> reasons,
            @Nullable Alike alike) {
        public Row {
            reasons = Collections.unmodifiableMap(new TreeMap<>(reasons));
        }
    }

    /**
     * Among like shipments: those of the same chapter of the HS, type of exam and band of selection on which at least two units
     * decided. The rate is what the unit would have if its shipments were mixed as those of all units together (direct
     * standardisation).
     *
     * @param exams how many it decided on
     * @param share which share of all such shipments is of kinds that this unit decided on; 1 is all
     * @param rate95 the 95 % interval, for the number of exams that the weights leave effective
     */
    public record Alike(long exams, double share, double rate, Interval rate95) {}

    /**
     * How far units are apart on like shipments.
     *
     * @param units how many were compared: those with enough exams
     * @param lowest the unit with the lowest rate
     * @param highest the unit with the highest rate
     * @param difference between the two rates
     * @param apart whether their 95 % intervals do not touch: then chance alone hardly explains it
     */
    public record Spread(ExamType type, int units, String lowest, String highest, double difference, boolean apart) {}

    /**
     * The rows by type and unit, and a spread for each type that at least two units can be compared for.
     *
     * @param leastExams so many exams of like shipments are enough to be compared
     */
    public record Answer(LocalDate from, LocalDate to, int leastExams, List<Row> rows, List<Spread> spreads) {
        public Answer {
            rows = List.copyOf(rows);
            spreads = List.copyOf(spreads);
        }
    }
}
