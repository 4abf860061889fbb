package io.holdfast.runtime.security;

import io.holdfast.runtime.ops.UnsafeStartException;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Which tokens are trusted.
 *
 * @param jwtIssuer the exact value of the claim {@code iss}; the keys are found through the issuer's metadata
 * @param audience a value that the claim {@code aud} must contain
 * @param clockSkew how far the issuer's clock may differ from ours; at most five minutes
 */
@ConfigurationProperties("holdfast.security")
record TokenProperties(String jwtIssuer, String audience, Duration clockSkew) {
    private static final Duration LONGEST = Duration.ofMinutes(5);

    TokenProperties {
        if (clockSkew.isNegative() || clockSkew.compareTo(LONGEST) > 0) {
            throw new UnsafeStartException("holdfast.security.clock-skew must be between 0 and " + LONGEST.toMinutes()
                    + " minutes, is " + clockSkew);
        }
    }
}
