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
 * Query: whether units waive comparable exams at comparable rates. An exam counts when it is made or waived, for the
 * unit of the person who did that. A unit is that person's home port, or the shipment's port if the person has none. A
 * day is a day at the port.
 *
 * @param from the first day
 * @param to the last day
 * @param scope the ports whose shipments the caller may see
 * @param port only shipments of this port, if given
 */
public record ReportConsistency(
        LocalDate from,
        LocalDate to,
        PortScope scope,
        @Nullable PortCode port) {

    /**
     * One unit and exam type.
     *
     * @param exams the number of exams decided
     * @param waived how many of these were waived
     * @param rate the share that was waived
     * @param rate95 the 95 % interval of the rate (Wilson)
     * @param reasons the number of waivers for each reason
     * @param alike the same for comparable shipments; absent when no other unit decided on any
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
     * Figures for comparable shipments: those of the same HS chapter, exam type and selection band on which at least
     * two units decided. The rate is what the unit would have with the same mix of shipments as all units together
     * (direct standardisation).
     *
     * @param exams the number of such exams that the unit decided
     * @param share the share of all comparable shipments that are of kinds on which this unit decided; 1 is all
     * @param rate95 the 95 % interval, using the effective number of exams after weighting
     */
    public record Alike(long exams, double share, double rate, Interval rate95) {}

    /**
     * How far apart units are on comparable shipments.
     *
     * @param units the number of units compared: those with enough exams
     * @param lowest the unit with the lowest rate
     * @param highest the unit with the highest rate
     * @param difference the difference of the two rates
     * @param apart whether their 95 % intervals do not overlap, so that chance alone is an unlikely explanation
     */
    public record Spread(ExamType type, int units, String lowest, String highest, double difference, boolean apart) {}

    /**
     * The rows by type and unit, and a spread for each type with at least two comparable units.
     *
     * @param leastExams the number of exams of comparable shipments a unit needs to be compared
     */
    public record Answer(LocalDate from, LocalDate to, int leastExams, List<Row> rows, List<Spread> spreads) {
        public Answer {
            rows = List.copyOf(rows);
            spreads = List.copyOf(spreads);
        }
    }
}
