package io.holdfast.projection.reporting;

import io.holdfast.shipment.ExamType;
import io.holdfast.shipment.WaiverReason;
import org.jspecify.annotations.Nullable;

/**
 * A decision to carry out or to waive an exam.
 *
 * @param unit the unit that decided
 * @param waived why it was waived; absent if it was carried out
 */
public record ExamDecision(
        ExamType type,
        String unit,
        ComparisonGroup likeness,
        @Nullable WaiverReason waived) {
    private static final String MADE = "-";

    /**
     * A key such as {@code INTENSIVE 2704 29 RULES2 SAFETY_HAZARD}; a hyphen in place of the reason means not waived.
     */
    String text() {
        return String.join(
                " ", type.name(), unit, likeness.chapter(), likeness.band(), waived == null ? MADE : waived.name());
    }

    static ExamDecision parse(String text) {
        String[] parts = text.split(" ", -1);
        return new ExamDecision(
                ExamType.valueOf(parts[0]),
                parts[1],
                new ComparisonGroup(parts[2], parts[3]),
                parts[4].equals(MADE) ? null : WaiverReason.valueOf(parts[4]));
    }
}
