package io.holdfast.standalone.intake;

import java.util.Locale;

/**
 * The result of an import, in rows and seconds. Repeated rows count under the outcome of their first import.
 *
 * @param rows the number of rows read
 * @param repeated how many of the targeted and released rows had been imported before
 */
record ImportSummary(long rows, long targeted, long released, long repeated, long rejected, double seconds) {
    /** Whether every row that was read was either accepted or rejected. */
    boolean addsUp() {
        return rows == targeted + released + rejected;
    }

    /** The numbers of new, repeated and rejected rows, as text. */
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
