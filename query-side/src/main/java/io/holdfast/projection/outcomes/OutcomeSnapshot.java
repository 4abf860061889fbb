package io.holdfast.projection.outcomes;

import io.holdfast.shipment.event.ShipmentEvent;
import io.holdfast.shipment.event.ShipmentEvent.*;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The state of a shipment that later events need to determine its outcome.
 *
 * @param examined the findings of exams and laboratories
 * @param started the start of each exam in progress
 * @param examinedAt when the first exam was completed
 * @param minutesExamined total minutes of the completed exams, from start to result
 * @param heldSince when the first hold of the current round was placed
 * @param minutesHeld total minutes on hold in rounds that ended with a release; absent if there was none
 * @param released whether it is released
 * @param recalled whether a redelivery brought it back before it was examined
 */
public record OutcomeSnapshot(
        ExamFindings examined,
        Map<String, Instant> started,
        @Nullable Instant examinedAt,
        long minutesExamined,
        @Nullable Instant heldSince,
        @Nullable Long minutesHeld,
        boolean released,
        boolean recalled) {
    public OutcomeSnapshot {
        started = Collections.unmodifiableMap(new TreeMap<>(started));
    }

    static OutcomeSnapshot of(Decision decision) {
        return new OutcomeSnapshot(ExamFindings.NOTHING, Map.of(), null, 0, null, null, !decision.selected(), false);
    }

    OutcomeSnapshot after(ShipmentEvent event) {
        return switch (event) {
            case ShipmentTargeted _ -> held(null, minutesHeld, false, recalled || released && examinedAt == null);
            case RedeliveryApproved _ -> held(null, minutesHeld, false, recalled || examinedAt == null);
            case HoldPlaced e -> heldSince == null ? held(e.at(), minutesHeld, released, recalled) : this;
            case ExamStarted e -> started(e);
            case ExamCompleted e -> completed(e);
            case ExamResultCorrected e -> examined(examined.with(e.examId().value(), e.result()), e.at());
            case LabResultRecorded e -> examined(examined.with(e.sampleId().value(), e.result()), examinedAt);
            case ShipmentReleased e -> e.closes() ? released(e.at()) : this;
            default -> this;
        };
    }

    private OutcomeSnapshot started(ExamStarted e) {
        var more = new HashMap<>(started);
        more.putIfAbsent(e.examId().value(), e.at());
        return new OutcomeSnapshot(
                examined, more, examinedAt, minutesExamined, heldSince, minutesHeld, released, recalled);
    }

    private OutcomeSnapshot completed(ExamCompleted e) {
        var fewer = new HashMap<>(started);
        Instant began = fewer.remove(e.examId().value());
        return new OutcomeSnapshot(
                examined.with(e.examId().value(), e.result()),
                fewer,
                examinedAt == null ? e.at() : examinedAt,
                minutesExamined + minutes(began, e.at()),
                heldSince,
                minutesHeld,
                released,
                recalled);
    }

    private OutcomeSnapshot released(Instant at) {
        Long minutes = heldSince == null
                ? minutesHeld
                : Long.valueOf(minutes(heldSince, at) + (minutesHeld == null ? 0 : minutesHeld));
        return held(null, minutes, true, recalled);
    }

    private static long minutes(@Nullable Instant from, Instant to) {
        return from == null ? 0 : Math.max(0, Duration.between(from, to).toMinutes());
    }

    private OutcomeSnapshot examined(ExamFindings now, @Nullable Instant at) {
        Instant first = examinedAt == null ? at : examinedAt;
        return new OutcomeSnapshot(now, started, first, minutesExamined, heldSince, minutesHeld, released, recalled);
    }

    private OutcomeSnapshot held(@Nullable Instant since, @Nullable Long minutes, boolean free, boolean back) {
        return new OutcomeSnapshot(examined, started, examinedAt, minutesExamined, since, minutes, free, back);
    }

    OutcomeState standing(Instant since) {
        return new OutcomeState(
                since,
                examined.outcome(),
                examined.certainty(),
                examinedAt,
                examined.exams().size(),
                minutesExamined,
                minutesHeld,
                released,
                recalled);
    }
}
