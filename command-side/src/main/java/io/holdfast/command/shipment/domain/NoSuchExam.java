package io.holdfast.command.shipment.domain;

import io.holdfast.shipment.ExamId;

/** The case has exams, but not this one. */
public final class NoSuchExam extends Refusal {
    private static final long serialVersionUID = 1L;

    NoSuchExam(ExamId id) {
        super("There is no exam " + id + " of this shipment");
    }
}
