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
 * Counts failed logins per name <em>and</em> address, so that attempts from elsewhere do not lock a person out, and per
 * address, whatever the names. After too many failures passwords are not checked at all. Tokens, which cannot be
 * guessed, always are, so that one client with an expired token does not lock out others behind the same address.
 */
final class FailedLogins {
    private static final String BASIC = "basic ";

    private final RateLimit byNameAndAddress;
    private final RateLimit byAddress;

    FailedLogins(LimitProperties.FailedLogins limits) {
        this.byNameAndAddress = new RateLimit(new Rate(limits.perName(), limits.per()));
        this.byAddress = new RateLimit(new Rate(limits.perAddress(), limits.per()));
    }

    /** How long passwords of this request are not checked; empty when they are. */
    Optional<Duration> untilPasswordIsLookedAt(HttpServletRequest request) {
        String name = name(request);
        return name == null
                ? Optional.empty()
                : byNameAndAddress.untilNext(key(name, request)).or(() -> byAddress.untilNext(request.getRemoteAddr()));
    }

    /** Records a failed login; returns how long to wait if there were too many. */
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

    /** The user name that a password was sent for; null when no password was sent. */
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
