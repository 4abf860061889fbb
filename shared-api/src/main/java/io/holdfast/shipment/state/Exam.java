package io.holdfast.shipment.state;

import io.holdfast.shipment.ExamResult;
import io.holdfast.shipment.ExamType;

/** How far an exam has come. */
public sealed interface Exam {
    /** To be made. */
    record Ordered(ExamType type) implements Exam {}

    /** The goods are presented. */
    record Started() implements Exam {}

    /** Made; the result is the one that stands now, after any correction. */
    record Completed(ExamResult result) implements Exam {}

    /** Will not be made: waived, or the case moved on before. */
    record Dropped() implements Exam {}
}
