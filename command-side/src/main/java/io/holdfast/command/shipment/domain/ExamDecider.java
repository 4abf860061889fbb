package io.holdfast.command.shipment.domain;

import io.holdfast.shipment.ExamId;
import io.holdfast.shipment.command.ShipmentCommand.CompleteExam;
import io.holdfast.shipment.command.ShipmentCommand.CorrectExamResult;
import io.holdfast.shipment.command.ShipmentCommand.ExamCommand;
import io.holdfast.shipment.command.ShipmentCommand.OrderExam;
import io.holdfast.shipment.command.ShipmentCommand.RecordLabResult;
import io.holdfast.shipment.command.ShipmentCommand.StartExam;
import io.holdfast.shipment.command.ShipmentCommand.WaiveExam;
import io.holdfast.shipment.event.ShipmentEvent;
import io.holdfast.shipment.event.ShipmentEvent.ExamCompleted;
import io.holdfast.shipment.event.ShipmentEvent.ExamOrdered;
import io.holdfast.shipment.event.ShipmentEvent.ExamResultCorrected;
import io.holdfast.shipment.event.ShipmentEvent.ExamStarted;
import io.holdfast.shipment.event.ShipmentEvent.ExamWaived;
import io.holdfast.shipment.event.ShipmentEvent.LabResultRecorded;
import io.holdfast.shipment.state.Exam;
import io.holdfast.shipment.state.Exam.Completed;
import io.holdfast.shipment.state.Exam.Ordered;
import io.holdfast.shipment.state.Exam.Started;
import io.holdfast.shipment.state.Exams;
import java.time.Instant;
import java.util.function.Function;

/**
 * Decides exam commands. An exam is ordered, then started or waived, then completed, and possibly corrected; each
 * command names its exam.
 */
record ExamDecider(Exams exams, Instant now, Function<String, IllegalTransitionException> illegal) {

    /** The most exams that can be ordered or in progress at once. */
    static final int MOST_OPEN = 50;

    /** The most exams that can be ordered over the life of a case. */
    static final int MOST = 500;

    ShipmentEvent on(ExamCommand command) {
        return switch (command) {
            case OrderExam c -> ordered(c);
            case StartExam c -> {
                exam(c.examId(), Ordered.class, "ordered");
                yield new ExamStarted(c.shipmentId(), c.examId(), now);
            }
            case CompleteExam c -> {
                exam(c.examId(), Started.class, "started");
                yield new ExamCompleted(c.shipmentId(), c.examId(), c.result(), now);
            }
            case WaiveExam c -> {
                exam(c.examId(), Ordered.class, "ordered and not started");
                yield new ExamWaived(c.shipmentId(), c.examId(), c.reason(), c.remarks(), now);
            }
            case CorrectExamResult c -> corrected(c);
            case RecordLabResult c -> recorded(c);
        };
    }

    private ShipmentEvent ordered(OrderExam c) {
        if (exams.known(c.examId())) {
            throw illegal.apply("names exam " + c.examId() + ", which there is already");
        }
        if (exams.byId().size() >= MOST || exams.open() >= MOST_OPEN) {
            throw illegal.apply("is for a case with fewer than " + MOST_OPEN + " open exams and " + MOST + " in all");
        }
        return new ExamOrdered(c.shipmentId(), c.examId(), c.type(), c.agency(), c.instruction(), now);
    }

    private ShipmentEvent corrected(CorrectExamResult c) {
        var stood = exam(c.examId(), Completed.class, "completed").result();
        return new ExamResultCorrected(c.shipmentId(), c.examId(), stood, c.result(), c.reason(), now);
    }

    private ShipmentEvent recorded(RecordLabResult c) {
        if (!exams.took(c.sampleId())) {
            throw new NoSuchSampleException(c.sampleId());
        }
        return new LabResultRecorded(c.shipmentId(), c.sampleId(), c.result(), now);
    }

    private <T extends Exam> T exam(ExamId id, Class<T> phase, String mustBe) {
        Exam exam = exams.byId().get(id);
        if (exam == null) {
            throw new NoSuchExamException(id);
        }
        if (!phase.isInstance(exam)) {
            throw illegal.apply("names exam " + id + ", which is not " + mustBe);
        }
        return phase.cast(exam);
    }
}
