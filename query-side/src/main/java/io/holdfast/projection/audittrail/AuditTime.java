package io.holdfast.projection.audittrail;

import io.holdfast.query.AuditEntry;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * Moment and position in one text that sorts as they do: one bounded range of an index serves cursor, {@code from} and
 * {@code to} together.
 */
public final class AuditTime {
    private static final long LAST_SECOND = 999_999_999_999L;
    private static final Pattern SHAPE = Pattern.compile("\\d{12}\\.\\d{9}-\\d{19}");

    private AuditTime() {}

    /** The key of an entry. */
    public static String key(AuditEntry entry) {
        return at(entry.at()) + "-%019d".formatted(entry.position());
    }

    /** Greater than every key of an earlier moment, and less than each of this moment and of later ones. */
    public static String at(Instant moment) {
        return "%012d.%09d".formatted(Math.clamp(moment.getEpochSecond(), 0L, LAST_SECOND), moment.getNano());
    }

    /** Whether this can be the key of an entry. */
    public static boolean isKey(String text) {
        return SHAPE.matcher(text).matches();
    }
}
