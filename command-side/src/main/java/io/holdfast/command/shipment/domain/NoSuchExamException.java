package io.holdfast.command.shipment.domain;

import io.holdfast.shipment.ExamId;

/** The case has exams, but not this one. */
public final class NoSuchExamException extends CommandRefusedException {
    private static final long serialVersionUID = 1L;

    NoSuchExamException(ExamId id) {
        super("There is no exam " + id + " of this shipment");
    }
}
