package io.holdfast.query;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which declarations a figure is about, and what was known of them. Figures are kept by the week of declaration, Monday to
 * Sunday, so a period is widened to whole weeks.
 *
 * @param from declared in the week of this day or later; absent for all
 * @param to declared in the week of this day or earlier; absent for all
 * @param asKnownOn as known at the end of this day in UTC; absent for what is known now
 */
public record OutcomePeriod(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable LocalDate asKnownOn) {
    /** Every declaration, as known now. */
    public static final OutcomePeriod EVERYTHING = new OutcomePeriod(null, null, null);
}
