package io.holdfast.shipment.state;

import io.holdfast.shipment.ExamResult;
import io.holdfast.shipment.ExamType;

/** The progress of an exam. */
public sealed interface Exam {
    /** Ordered, not started. */
    record Ordered(ExamType type) implements Exam {}

    /** Started: the goods are presented. */
    record Started() implements Exam {}

    /** Completed; the result is the current one, after any correction. */
    record Completed(ExamResult result) implements Exam {}

    /** Will not be made: it was waived, or the case moved on first. */
    record Dropped() implements Exam {}
}
