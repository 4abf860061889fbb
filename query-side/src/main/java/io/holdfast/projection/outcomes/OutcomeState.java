package io.holdfast.projection.outcomes;

import io.holdfast.query.LabelledShipment.Certainty;
import io.holdfast.query.LabelledShipment.Outcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was known of a shipment from a moment on.
 *
 * @param since from when on; never before the standing that it follows
 * @param certainty of a positive outcome; absent for any other
 * @param examinedAt when the first exam was completed
 * @param exams how many were completed
 * @param minutesExamined from their start to their result, added up
 * @param minutesHeld how long it was held in rounds that ended with a release; absent when it never was
 * @param released whether it stands released
 * @param recalled whether a redelivery brought it back before it was examined
 */
public record OutcomeState(
        Instant since,
        Outcome outcome,
        @Nullable Certainty certainty,
        @Nullable Instant examinedAt,
        int exams,
        long minutesExamined,
        @Nullable Long minutesHeld,
        boolean released,
        boolean recalled) {

    boolean examined() {
        return examinedAt != null;
    }

    boolean positive() {
        return outcome == Outcome.POSITIVE;
    }

    /** The same from another moment on. */
    OutcomeState since(Instant moment) {
        return new OutcomeState(
                moment, outcome, certainty, examinedAt, exams, minutesExamined, minutesHeld, released, recalled);
    }
}
