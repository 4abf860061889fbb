package io.holdfast.projection.reporting;

import io.holdfast.query.ReportTimes.Measure;

/**
 * The kind of a measured duration.
 *
 * @param of the status, or the type of hold or exam; {@code ANY} for assignees
 */
public record TimeKind(Measure measure, String of) {
    static final TimeKind ASSIGNEE = new TimeKind(Measure.ASSIGNEE, "ANY");

    /** A key such as {@code EXAM INTENSIVE}. */
    String text() {
        return measure + " " + of;
    }

    static TimeKind parse(String text) {
        int space = text.indexOf(' ');
        return new TimeKind(Measure.valueOf(text.substring(0, space)), text.substring(space + 1));
    }
}
