package io.holdfast.projection.outcomes;

import io.holdfast.query.LabelledShipment.Certainty;
import io.holdfast.query.LabelledShipment.Outcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was known about a shipment from a moment on.
 *
 * @param since the start; never before that of the preceding state
 * @param certainty the certainty of a positive outcome; absent for any other
 * @param examinedAt when the first exam was completed
 * @param exams number of completed exams
 * @param minutesExamined total minutes of the completed exams, from start to result
 * @param minutesHeld total minutes on hold in rounds that ended with a release; absent if there was none
 * @param released whether it is released
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

    /** The same state from another moment on. */
    OutcomeState since(Instant moment) {
        return new OutcomeState(
                moment, outcome, certainty, examinedAt, exams, minutesExamined, minutesHeld, released, recalled);
    }
}
