package io.holdfast.projection.reporting;

import io.holdfast.query.ReportTimes.Measure;

/**
 * What took its time.
 *
 * @param of the status, or type of hold or exam; {@code ANY} for assignees
 */
public record TimeKind(Measure measure, String of) {
    static final TimeKind ASSIGNEE = new TimeKind(Measure.ASSIGNEE, "ANY");

    /** Such as {@code EXAM INTENSIVE}. */
    String text() {
        return measure + " " + of;
    }

    static TimeKind parse(String text) {
        int space = text.indexOf(' ');
        return new TimeKind(Measure.valueOf(text.substring(0, space)), text.substring(space + 1));
    }
}
