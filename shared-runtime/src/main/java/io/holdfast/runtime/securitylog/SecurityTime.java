package io.holdfast.runtime.securitylog;

import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;

/** Identifiers of entries: their moment, and after it something that no other entry has. They sort as the moments do. */
public final class SecurityTime {
    private static final long LAST_SECOND = 999_999_999_999L;
    private static final Pattern SHAPE = Pattern.compile("\\d{12}\\.\\d{9}-[0-9a-f]{32}");

    private SecurityTime() {}

    /** A new one. */
    static String id(Instant moment) {
        return at(moment) + "-" + UUID.randomUUID().toString().replace("-", "");
    }

    /** Greater than every identifier of an earlier moment, and less than each of this moment and of later ones. */
    public static String at(Instant moment) {
        return "%012d.%09d".formatted(Math.clamp(moment.getEpochSecond(), 0L, LAST_SECOND), moment.getNano());
    }

    /** Whether this can be one. */
    public static boolean isId(String text) {
        return SHAPE.matcher(text).matches();
    }
}
