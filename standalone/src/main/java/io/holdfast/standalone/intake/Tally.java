package io.holdfast.standalone.intake;

import java.util.Locale;

/** What an import came to, in rows and seconds. Rows that were there already count by the outcome that they had. */
record Tally(long targeted, long released, long rejected, double seconds) {
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
