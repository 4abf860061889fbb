package io.holdfast.projection.casefile;

import io.holdfast.query.CaseParts.*;
import io.holdfast.query.Recent;
import io.holdfast.shipment.ExamId;
import io.holdfast.shipment.ExamResult;
import io.holdfast.shipment.event.ShipmentEvent;
import io.holdfast.shipment.event.ShipmentEvent.*;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Folds exams from order to correction, and laboratory results. An event about an unknown exam changes nothing. */
final class ExamsFold {
    private static final int EXAMS = 100;
    private static final int CORRECTIONS = 20;
    private static final int REPORTS = 100;

    /** The maximum weight of all exams that are kept. A measurement or a sample, of up to half a KB, weighs one. */
    private static final int DETAILS = 1_000;

    /** The weight of remarks, which can have up to 4,000 characters. */
    private static final int REMARKS = 25;

    /** The weight of an exam or a correction without its result. */
    private static final int ENTRY = 4;

    private ExamsFold() {}

    static Recent<Exam> exams(Recent<Exam> before, ShipmentEvent event, Act act) {
        return switch (event) {
            case ExamOrdered e ->
                before.plus(
                        new Exam(
                                e.examId(),
                                e.type(),
                                e.agency(),
                                e.instruction(),
                                act,
                                null,
                                null,
                                null,
                                null,
                                Recent.none()),
                        EXAMS);
            case ExamStarted e -> change(before, e.examId(), exam -> started(exam, act));
            case ExamCompleted e -> change(before, e.examId(), exam -> completed(exam, e.result(), act));
            case ExamWaived e ->
                change(before, e.examId(), exam -> waived(exam, new Waiver(e.reason(), e.remarks(), act)));
            case ExamResultCorrected e -> change(before, e.examId(), exam -> corrected(exam, e, act));
            default -> before;
        };
    }

    static Recent<Lab> labResults(Recent<Lab> before, ShipmentEvent event, Act act) {
        return event instanceof LabResultRecorded e
                ? before.plus(new Lab(e.sampleId(), e.result(), act), REPORTS)
                : before;
    }

    private static Recent<Exam> change(Recent<Exam> exams, ExamId id, UnaryOperator<Exam> change) {
        return exams.with(exam -> exam.examId().equals(id), change).within(DETAILS, ExamsFold::details);
    }

    private static int details(Exam exam) {
        return details(exam.result())
                + exam.corrections().last().stream()
                        .mapToInt(ExamsFold::details)
                        .sum();
    }

    private static int details(Correction correction) {
        return details(correction.corrected());
    }

    private static int details(@Nullable ExamResult result) {
        return result == null
                ? ENTRY
                : ENTRY
                        + result.measurements().size()
                        + result.samples().size()
                        + (result.remarks() == null ? 0 : REMARKS);
    }

    private static Exam started(Exam e, Act act) {
        return copy(e, act, e.completed(), e.result(), e.waived(), e.corrections());
    }

    private static Exam completed(Exam e, ExamResult result, Act act) {
        return copy(e, e.started(), act, result, e.waived(), e.corrections());
    }

    private static Exam waived(Exam e, Waiver waiver) {
        return copy(e, e.started(), e.completed(), e.result(), waiver, e.corrections());
    }

    private static Exam corrected(Exam e, ExamResultCorrected event, Act act) {
        var correction = new Correction(event.corrected(), event.reason(), act);
        return copy(
                e,
                e.started(),
                e.completed(),
                event.result(),
                e.waived(),
                e.corrections().plus(correction, CORRECTIONS).within(DETAILS / 2, ExamsFold::details));
    }

    private static Exam copy(
            Exam e,
            @Nullable Act started,
            @Nullable Act completed,
            @Nullable ExamResult result,
            @Nullable Waiver waived,
            Recent<Correction> corrections) {
        return new Exam(
                e.examId(),
                e.type(),
                e.agency(),
                e.instruction(),
                e.ordered(),
                started,
                completed,
                result,
                waived,
                corrections);
    }
}
