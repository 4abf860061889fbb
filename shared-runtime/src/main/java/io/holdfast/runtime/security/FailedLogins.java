package io.holdfast.runtime.security;

import io.holdfast.runtime.limits.LimitProperties;
import io.holdfast.runtime.limits.Rate;
import io.holdfast.runtime.limits.RateLimit;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * Counts credentials that do not hold: by name <em>and</em> address, so that nobody is kept out by what others try elsewhere,
 * and by address, whatever the names. Passwords are not even looked at once there were too many; tokens, which nobody guesses, always are,
 * so that one client with an old token keeps no other behind the same address out.
 */
final class FailedLogins {
    private static final String BASIC = "basic ";

    private final RateLimit byNameAndAddress;
    private final RateLimit byAddress;

    FailedLogins(LimitProperties.FailedLogins limits) {
        this.byNameAndAddress = new RateLimit(new Rate(limits.perName(), limits.per()));
        this.byAddress = new RateLimit(new Rate(limits.perAddress(), limits.per()));
    }

    /** How long a password is not looked at; empty when it is. */
    Optional<Duration> untilPasswordIsLookedAt(HttpServletRequest request) {
        String name = name(request);
        return name == null
                ? Optional.empty()
                : byNameAndAddress.untilNext(key(name, request)).or(() -> byAddress.untilNext(request.getRemoteAddr()));
    }

    /** Takes down credentials that did not hold; says how long to wait when those were too many. */
    Optional<Duration> failed(HttpServletRequest request) {
        if (request.getHeader(HttpHeaders.AUTHORIZATION) == null) {
            return Optional.empty();
        }
        String name = name(request);
        Optional<Duration> ofName = name == null ? Optional.empty() : byNameAndAddress.take(key(name, request));
        return ofName.or(() -> byAddress.take(request.getRemoteAddr()));
    }

    private static String key(String name, HttpServletRequest request) {
        return request.getRemoteAddr() + " " + name;
    }

    /** Of whom a password is said to be; null when none is sent. */
    private static @Nullable String name(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.toLowerCase(Locale.ROOT).startsWith(BASIC)) {
            return null;
        }
        try {
            byte[] both =
                    Base64.getDecoder().decode(header.substring(BASIC.length()).strip());
            return new String(both, StandardCharsets.UTF_8).split(":", 2)[0];
        } catch (IllegalArgumentException notBase64) {
            return "";
        }
    }
}
