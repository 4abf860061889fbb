package io.holdfast.runtime.securitylog;

import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;

/** Identifiers of entries: the time followed by a unique part. They sort by time. */
public final class SecurityTime {
    private static final long LAST_SECOND = 999_999_999_999L;
    private static final Pattern SHAPE = Pattern.compile("\\d{12}\\.\\d{9}-[0-9a-f]{32}");

    private SecurityTime() {}

    /** A new identifier. */
    static String id(Instant moment) {
        return at(moment) + "-" + UUID.randomUUID().toString().replace("-", "");
    }

    /** A bound: greater than every identifier of an earlier time, and less than every one of this or a later time. */
    public static String at(Instant moment) {
        return "%012d.%09d".formatted(Math.clamp(moment.getEpochSecond(), 0L, LAST_SECOND), moment.getNano());
    }

    /** Whether the text has the form of an identifier. */
    public static boolean isId(String text) {
        return SHAPE.matcher(text).matches();
    }
}
