package io.holdfast.runtime.security;

import io.holdfast.runtime.ops.UnsafeStartException;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Whose tokens are believed.
 *
 * @param jwtIssuer what the claim {@code iss} is, to the letter; its keys are found by its metadata
 * @param audience what the claim {@code aud} contains
 * @param clockSkew by how much its clock may differ from ours; at most five minutes
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
