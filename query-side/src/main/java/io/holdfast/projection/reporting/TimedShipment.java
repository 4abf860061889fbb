package io.holdfast.projection.reporting;

import io.holdfast.projection.answer.DurationHistogram;
import io.holdfast.query.ReportTimes.Measure;
import io.holdfast.shipment.ExamType;
import io.holdfast.shipment.WaiverReason;
import io.holdfast.shipment.event.ShipmentEvent;
import io.holdfast.shipment.event.ShipmentEvent.*;
import io.holdfast.shipment.state.Assignment;
import io.holdfast.shipment.state.CaseStatus;
import io.holdfast.value.PortCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What has begun and not ended for a shipment.
 *
 * @param likeness the group of like shipments that it belongs to
 * @param running by what it is: {@code status}, {@code assignee}, or a hold or exam with its identifier
 */
public record TimedShipment(
        PortCode port, ComparisonGroup likeness, CaseStatus standing, Map<String, Running> running) {
    /** Something that is running since a moment. */
    public record Running(TimeKind kind, Instant since) {}

    private static final String STATUS = "status";
    private static final String ASSIGNEE = "assignee";
    private static final String HOLD = "hold ";
    private static final String EXAM = "exam ";

    public TimedShipment {
        running = Collections.unmodifiableMap(new TreeMap<>(running));
    }

    /** The shipment after an event; empty if its declaration has not been seen. */
    static Optional<TimedShipment> fold(@Nullable TimedShipment before, ShipmentEvent event) {
        if (before != null) {
            return Optional.of(before.after(event));
        }
        return event.declared()
                .map(d -> new TimedShipment(d.port(), ComparisonGroup.of(d), CaseStatus.NONE, Map.of()).after(event));
    }

    private TimedShipment after(ShipmentEvent event) {
        CaseStatus now = standing.after(event);
        var next = new TreeMap<>(running);
        if (now.status() != null && now.status() != standing.status()) {
            next.put(
                    STATUS,
                    new Running(new TimeKind(Measure.STATUS, now.status().name()), event.at()));
        }
        next.keySet().removeIf(key -> key.startsWith(HOLD) && !isActive(now, key));
        switch (event) {
            case HoldPlaced e -> next.put(HOLD + e.holdId(), running(Measure.HOLD, e.type(), e.at()));
            case ExamOrdered e -> next.put(EXAM + e.examId(), running(Measure.EXAM, e.type(), e.at()));
            case ExamCompleted e -> next.remove(EXAM + e.examId());
            case ExamWaived e -> next.remove(EXAM + e.examId());
            default -> {}
        }
        if (event.endsExams()) {
            next.keySet().removeIf(key -> key.startsWith(EXAM));
        }
        assign(next, event);
        return new TimedShipment(
                port, event instanceof ShipmentTargeted e ? likeness.selected(e) : likeness, now, next);
    }

    /** Starts a new stay at each assignment, even to the same person again. */
    private static void assign(Map<String, Running> running, ShipmentEvent event) {
        if (Assignment.isGivenBy(event)) {
            running.put(ASSIGNEE, new Running(TimeKind.ASSIGNEE, event.at()));
        } else if (Assignment.isEndedBy(event)) {
            running.remove(ASSIGNEE);
        }
    }

    private static boolean isActive(CaseStatus standing, String key) {
        return standing.holds().keySet().stream().anyMatch(hold -> key.equals(HOLD + hold));
    }

    private static Running running(Measure measure, Enum<?> type, Instant since) {
        return new Running(new TimeKind(measure, type.name()), since);
    }

    /**
     * What an event ended, with durations; an exam that was waived or cancelled was not carried out and is left out.
     */
    static Map<TimeKind, DurationHistogram> ended(
            @Nullable TimedShipment before, TimedShipment after, ShipmentEvent event) {
        var ended = new HashMap<TimeKind, DurationHistogram>();
        if (before != null) {
            before.running.forEach((key, was) -> {
                if (!was.equals(after.running.get(key)) && !isExamNotMade(key, event)) {
                    var took = Duration.between(was.since(), event.at());
                    ended.merge(was.kind(), DurationHistogram.of(took.toMinutes()), DurationHistogram::plus);
                }
            });
        }
        return ended;
    }

    /** The exam decision in an event; empty if it has none, or if the exam was not ordered. */
    static Optional<ExamDecision> decided(@Nullable TimedShipment before, ShipmentEvent event, String unit) {
        return switch (event) {
            case ExamCompleted e -> decided(before, EXAM + e.examId(), unit, null);
            case ExamWaived e -> decided(before, EXAM + e.examId(), unit, e.reason());
            default -> Optional.empty();
        };
    }

    private static Optional<ExamDecision> decided(
            @Nullable TimedShipment before, String key, String unit, @Nullable WaiverReason waived) {
        Running exam = before == null ? null : before.running.get(key);
        return before == null || exam == null
                ? Optional.empty()
                : Optional.of(new ExamDecision(ExamType.valueOf(exam.kind().of()), unit, before.likeness, waived));
    }

    private static boolean isExamNotMade(String key, ShipmentEvent event) {
        return key.startsWith(EXAM) && !(event instanceof ExamCompleted);
    }
}
