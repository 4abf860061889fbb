package io.holdfast.shipment.state;

import io.holdfast.shipment.ExamId;
import io.holdfast.shipment.ExamResult;
import io.holdfast.shipment.Finding;
import io.holdfast.shipment.SampleId;
import io.holdfast.shipment.event.ShipmentEvent;
import io.holdfast.shipment.event.ShipmentEvent.*;
import io.holdfast.shipment.state.Exam.Completed;
import io.holdfast.shipment.state.Exam.Dropped;
import io.holdfast.shipment.state.Exam.Ordered;
import io.holdfast.shipment.state.Exam.Started;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Every exam of a case by its id, those of an earlier opening included. */
public record Exams(Map<ExamId, Exam> byId) {
    /** None. */
    public static final Exams NONE = new Exams(Map.of());

    public Exams {
        byId = Map.copyOf(byId);
    }

    Exams after(ShipmentEvent event) {
        return switch (event) {
            case ExamOrdered e -> with(e.examId(), new Ordered(e.type()));
            case ExamStarted e -> with(e.examId(), new Started());
            case ExamCompleted e -> with(e.examId(), new Completed(e.result()));
            case ExamWaived e -> with(e.examId(), new Dropped());
            case ExamResultCorrected e -> with(e.examId(), new Completed(e.result()));
            default -> event.endsExams() ? closed() : this;
        };
    }

    private Exams with(ExamId id, Exam exam) {
        var more = new HashMap<>(byId);
        more.put(id, exam);
        return new Exams(more);
    }

    /** The case moves on: what is not completed will not be made. */
    private Exams closed() {
        var kept = new HashMap<>(byId);
        kept.replaceAll((_, exam) -> exam instanceof Completed ? exam : new Dropped());
        return new Exams(kept);
    }

    /** Whether there is or was this exam. */
    public boolean known(ExamId id) {
        return byId.containsKey(id);
    }

    /** How many are ordered or under way. */
    public long open() {
        return byId.values().stream().filter(Exams::isOpen).count();
    }

    private static boolean isOpen(Exam exam) {
        return exam instanceof Ordered || exam instanceof Started;
    }

    /** Whether any is ordered and not begun. */
    public boolean anyOrdered() {
        return byId.values().stream().anyMatch(Ordered.class::isInstance);
    }

    /** Whether any is under way. */
    public boolean anyStarted() {
        return byId.values().stream().anyMatch(Started.class::isInstance);
    }

    /** Whether any was completed. */
    public boolean anyCompleted() {
        return results().findAny().isPresent();
    }

    /** Whether any took a sample. */
    public boolean anySample() {
        return results().anyMatch(result -> !result.samples().isEmpty());
    }

    /** Whether any took this sample. */
    public boolean took(SampleId sample) {
        return results().anyMatch(result -> result.samples().contains(sample));
    }

    /** What the exams found, as their results stand now. */
    public Stream<Finding> findings() {
        return results().flatMap(result -> result.findings().stream());
    }

    private Stream<ExamResult> results() {
        return byId.values().stream().filter(Completed.class::isInstance).map(exam -> ((Completed) exam).result());
    }
}
