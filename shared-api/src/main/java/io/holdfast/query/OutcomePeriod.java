package io.holdfast.query;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which declarations a statistic covers, and the date of knowledge. Statistics are kept by week of declaration, Monday
 * to Sunday, so a period is widened to whole weeks.
 *
 * @param from the earliest day of declaration, widened to its week; absent for no limit
 * @param to the latest day of declaration, widened to its week; absent for no limit
 * @param asKnownOn as known at the end of this day in UTC; absent for what is known now
 */
public record OutcomePeriod(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable LocalDate asKnownOn) {
    /** Every declaration, as known now. */
    public static final OutcomePeriod EVERYTHING = new OutcomePeriod(null, null, null);
}
