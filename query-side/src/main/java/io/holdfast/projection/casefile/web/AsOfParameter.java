package io.holdfast.projection.casefile.web;

import io.holdfast.projection.answer.BadParameterException;
import io.holdfast.query.AsOf;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Parses versions and moments in query parameters; an invalid one causes a {@link BadParameterException}. */
final class AsOfParameter {
    private static final String DIGITS = "[0-9]{1,9}";

    private AsOfParameter() {}

    /** The version or the moment; null if neither is given. Giving both is refused. */
    static @Nullable AsOf oneOf(@Nullable String asOf, @Nullable String version) {
        if (asOf != null && version != null) {
            throw new BadParameterException("version", "and asOf exclude each other");
        }
        if (version != null) {
            return version("version", version);
        }
        return asOf == null ? null : moment("asOf", asOf);
    }

    static AsOf either(String name, String text) {
        return text.matches(DIGITS) ? version(name, text) : moment(name, text);
    }

    private static AsOf version(String name, String text) {
        if (!text.matches(DIGITS) || Long.parseLong(text) < 1) {
            throw new BadParameterException(name, "must be a whole number from 1 to 999999999");
        }
        return new AsOf.Version(Long.parseLong(text));
    }

    private static AsOf moment(String name, String text) {
        try {
            return new AsOf.Moment(Instant.parse(text));
        } catch (DateTimeException notAMoment) {
            throw new BadParameterException(name, "must be a moment such as 2026-03-01T12:00:00Z (ISO 8601)");
        }
    }
}
