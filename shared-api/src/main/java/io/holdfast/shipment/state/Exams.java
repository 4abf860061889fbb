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

/** All exams of a case by id, including those from before a redelivery. */
public record Exams(Map<ExamId, Exam> byId) {
    /** No exams. */
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

    /** Drops every exam that is not completed, because the case moves on. */
    private Exams closed() {
        var kept = new HashMap<>(byId);
        kept.replaceAll((_, exam) -> exam instanceof Completed ? exam : new Dropped());
        return new Exams(kept);
    }

    /** Whether the case has an exam of this id, in any state. */
    public boolean known(ExamId id) {
        return byId.containsKey(id);
    }

    /** The number of exams that are ordered or started. */
    public long open() {
        return byId.values().stream().filter(Exams::isOpen).count();
    }

    private static boolean isOpen(Exam exam) {
        return exam instanceof Ordered || exam instanceof Started;
    }

    /** Whether any exam is ordered and not started. */
    public boolean anyOrdered() {
        return byId.values().stream().anyMatch(Ordered.class::isInstance);
    }

    /** Whether any exam is started and not completed. */
    public boolean anyStarted() {
        return byId.values().stream().anyMatch(Started.class::isInstance);
    }

    /** Whether any exam is completed. */
    public boolean anyCompleted() {
        return results().findAny().isPresent();
    }

    /** Whether any exam took a sample. */
    public boolean anySample() {
        return results().anyMatch(result -> !result.samples().isEmpty());
    }

    /** Whether any exam took this sample. */
    public boolean took(SampleId sample) {
        return results().anyMatch(result -> result.samples().contains(sample));
    }

    /** The findings of all exams, after corrections. */
    public Stream<Finding> findings() {
        return results().flatMap(result -> result.findings().stream());
    }

    private Stream<ExamResult> results() {
        return byId.values().stream().filter(Completed.class::isInstance).map(exam -> ((Completed) exam).result());
    }
}
