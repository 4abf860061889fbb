package io.holdfast.shipment.state;

import io.holdfast.shipment.ExamId;
import io.holdfast.shipment.ExamResult;
import io.holdfast.shipment.Finding;
import io.holdfast.shipment.SampleId;
import io.holdfast.shipment.state.Exam.Completed;
import io.holdfast.shipment.state.Exam.Dropped;
import io.holdfast.shipment.state.Exam.Ordered;
import io.holdfast.shipment.state.Exam.Started;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Every exam of a case by its id, those of an earlier opening included. */
public record Exams(Map<ExamId, Exam> byId) {
    /** So many can be ordered or under way at once. */
    public static final int MOST_OPEN = 50;

    /** So many can be ordered in the life of a case. */
    public static final int MOST = 500;

    public static final Exams NONE = new Exams(Map.of());

    public Exams {
        byId = Map.copyOf(byId);
    }

    public Exams with(ExamId id, Exam exam) {
        var more = new HashMap<>(byId);
        more.put(id, exam);
        return new Exams(more);
    }

    /** The case moves on: what is not completed will not be made. */
    public Exams closed() {
        var kept = new HashMap<>(byId);
        kept.replaceAll((_, exam) -> exam instanceof Completed ? exam : new Dropped());
        return new Exams(kept);
    }

    public boolean known(ExamId id) {
        return byId.containsKey(id);
    }

    /** Whether one more can be ordered. */
    public boolean full() {
        return byId.size() >= MOST
                || byId.values().stream().filter(Exams::isOpen).count() >= MOST_OPEN;
    }

    private static boolean isOpen(Exam exam) {
        return exam instanceof Ordered || exam instanceof Started;
    }

    public boolean anyOrdered() {
        return byId.values().stream().anyMatch(Ordered.class::isInstance);
    }

    public boolean anyStarted() {
        return byId.values().stream().anyMatch(Started.class::isInstance);
    }

    public boolean anyCompleted() {
        return results().findAny().isPresent();
    }

    public boolean anySample() {
        return results().anyMatch(result -> !result.samples().isEmpty());
    }

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
