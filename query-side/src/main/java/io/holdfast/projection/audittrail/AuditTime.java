package io.holdfast.projection.audittrail;

import io.holdfast.query.AuditEntry;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * The moment and position of an entry as one sortable text, so that a single range of an index serves the cursor,
 * {@code from} and {@code to}.
 */
public final class AuditTime {
    private static final long LAST_SECOND = 999_999_999_999L;
    private static final Pattern SHAPE = Pattern.compile("\\d{12}\\.\\d{9}-\\d{19}");

    private AuditTime() {}

    /** The sort key of an entry. */
    public static String key(AuditEntry entry) {
        return at(entry.at()) + "-%019d".formatted(entry.position());
    }

    /** A bound greater than every key of an earlier moment, and less than every key of this moment or a later one. */
    public static String at(Instant moment) {
        return "%012d.%09d".formatted(Math.clamp(moment.getEpochSecond(), 0L, LAST_SECOND), moment.getNano());
    }

    /** Whether the text has the form of a sort key. */
    public static boolean isKey(String text) {
        return SHAPE.matcher(text).matches();
    }
}
