package io.holdfast.projection.reporting;

import io.holdfast.projection.answer.Wilson;
import io.holdfast.query.ReportConsistency;
import io.holdfast.query.ReportConsistency.Alike;
import io.holdfast.query.ReportConsistency.Row;
import io.holdfast.query.ReportConsistency.Spread;
import io.holdfast.shipment.ExamType;
import io.holdfast.shipment.WaiverReason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Combines the exam decisions of many days into one report. */
final class ConsistencyReport {
    /** A unit with fewer exams of like shipments is not named as the lowest or the highest. */
    static final int LEAST_EXAMS = 10;

    /** What one unit decided about exams of one type. */
    private static final class Tally {
        private long exams;
        private final Map<WaiverReason, Long> reasons = new EnumMap<>(WaiverReason.class);

        void add(@Nullable WaiverReason reason, long n) {
            exams += n;
            if (reason != null) {
                reasons.merge(reason, n, Long::sum);
            }
        }
    }

    private ConsistencyReport() {}

    static ReportConsistency.Answer of(ReportConsistency q, List<ExamsAtPort> days) {
        var tallies = new EnumMap<ExamType, Map<String, Tally>>(ExamType.class);
        var like = new EnumMap<ExamType, StandardisedWaivers>(ExamType.class);
        days.forEach(day -> day.decided().forEach((text, n) -> {
            var d = ExamDecision.parse(text);
            tallies.computeIfAbsent(d.type(), _ -> new TreeMap<>())
                    .computeIfAbsent(d.unit(), _ -> new Tally())
                    .add(d.waived(), n);
            like.computeIfAbsent(d.type(), _ -> new StandardisedWaivers())
                    .add(d.likeness(), d.unit(), new Waived(n, d.waived() == null ? 0 : n));
        }));
        var rows = new ArrayList<Row>();
        var spreads = new ArrayList<Spread>();
        tallies.forEach((type, units) -> {
            List<Row> ofType = rows(type, units, Objects.requireNonNull(like.get(type)));
            rows.addAll(ofType);
            spread(type, ofType).ifPresent(spreads::add);
        });
        return new ReportConsistency.Answer(q.from(), q.to(), LEAST_EXAMS, rows, spreads);
    }

    private static List<Row> rows(ExamType type, Map<String, Tally> units, StandardisedWaivers like) {
        return units.entrySet().stream()
                .map(unit -> row(
                        type,
                        unit.getKey(),
                        unit.getValue(),
                        like.of(unit.getKey()).orElse(null)))
                .toList();
    }

    private static Row row(ExamType type, String unit, Tally tally, @Nullable Alike alike) {
        long waived = tally.reasons.values().stream().mapToLong(Long::longValue).sum();
        return new Row(
                type,
                unit,
                tally.exams,
                waived,
                (double) waived / tally.exams,
                Wilson.interval95(waived, tally.exams),
                tally.reasons,
                alike);
    }

    private record Compared(String unit, Alike alike) {}

    private static Optional<Spread> spread(ExamType type, List<Row> rows) {
        var compared = new ArrayList<Compared>();
        for (Row row : rows) {
            Alike alike = row.alike();
            if (alike != null && alike.exams() >= LEAST_EXAMS) {
                compared.add(new Compared(row.unit(), alike));
            }
        }
        if (compared.size() < 2) {
            return Optional.empty();
        }
        compared.sort(Comparator.comparing((Compared c) -> c.alike().rate()).thenComparing(Compared::unit));
        Compared low = compared.getFirst();
        Compared high = compared.getLast();
        return Optional.of(new Spread(
                type,
                compared.size(),
                low.unit(),
                high.unit(),
                high.alike().rate() - low.alike().rate(),
                low.alike().rate95().high() < high.alike().rate95().low()));
    }
}
