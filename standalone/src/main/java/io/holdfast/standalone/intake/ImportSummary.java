package io.holdfast.standalone.intake;

import java.util.Locale;

/**
 * What an import came to, in rows and seconds. Rows that were there already count by the outcome that they had.
 *
 * @param rows how many were read
 * @param repeated those of the targeted and released that were there already
 */
record ImportSummary(long rows, long targeted, long released, long repeated, long rejected, double seconds) {
    /** Whether every row that was read became a declaration or was rejected. */
    boolean addsUp() {
        return rows == targeted + released + rejected;
    }

    /** What became of the rows. */
    String account() {
        return String.format(
                Locale.ROOT,
                "%d rows: %d new, %d repeated, %d rejected",
                rows,
                targeted + released - repeated,
                repeated,
                rejected);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "imported %d declarations: %d targeted, %d released, %d rejected (%.1f s)",
                targeted + released,
                targeted,
                released,
                rejected,
                seconds);
    }
}
