package io.holdfast.runtime.security;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Decodes and verifies access tokens: signed with an asymmetric algorithm by a key of the issuer, of an acceptable
 * type, and with claims that meet {@link AccessTokenRules}.
 *
 * <p>Keys are cached for five minutes, or for an hour while the issuer is unreachable. An unknown key triggers a fetch,
 * at most twice a minute whatever callers send, so tokens with made-up keys are refused from memory.
 */
final class AccessTokens implements JwtDecoder {
    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final Duration KEPT_WITHOUT_ISSUER = Duration.ofHours(1);
    private static final Duration TWO_FETCHES = Duration.ofMinutes(1);
    private static final Duration WAIT_FOR_FETCH = Duration.ofSeconds(5);

    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);
    /** RFC 9068, section 2.1: with or without the prefix of media types. */
    private static final Set<JOSEObjectType> ACCESS_TOKEN =
            Set.of(new JOSEObjectType("at+jwt"), new JOSEObjectType("application/at+jwt"));

    private final KeysOfIssuer keys;
    private final JWKSource<SecurityContext> cached;
    private final NimbusJwtDecoder decoder;

    AccessTokens(TokenProperties settings, Clock clock) {
        this.keys = new KeysOfIssuer(settings.jwtIssuer());
        this.cached = JWKSourceBuilder.create(keys)
                .cache(KEPT.toMillis(), WAIT_FOR_FETCH.toMillis())
                .refreshAheadCache(false)
                .rateLimited(TWO_FETCHES.toMillis())
                .outageTolerant(KEPT_WITHOUT_ISSUER.toMillis())
                .build();
        var processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, this::known));
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(
                new JOSEObjectType("at+jwt"), new JOSEObjectType("application/at+jwt"), JOSEObjectType.JWT, null));
        processor.setJWTClaimsSetVerifier(AccessTokenRules.issuedBy(settings, clock));
        this.decoder = new NimbusJwtDecoder(processor);
        this.decoder.setJwtValidator(AccessTokenRules.of(settings, clock));
    }

    /** Whether the header {@code typ} declares the token an access token. */
    static boolean isDeclaredAccessToken(@Nullable Object type) {
        return type != null && ACCESS_TOKEN.contains(new JOSEObjectType(type.toString()));
    }

    /**
     * Decodes a token and verifies it.
     *
     * @throws BadJwtException when the token is not valid
     * @throws IssuerUnreachableException when its validity cannot be determined
     */
    @Override
    public Jwt decode(String token) {
        try {
            return decoder.decode(token);
        } catch (BadJwtException doesNotHold) {
            throw doesNotHold;
        } catch (JwtException noKeys) {
            throw new IssuerUnreachableException(noKeys);
        }
    }

    /**
     * Finds matching keys. While the issuer is reachable, a key that it did not list a moment ago counts as not its
     * own.
     */
    private List<JWK> known(JWKSelector selector, @Nullable SecurityContext context) throws KeySourceException {
        try {
            return cached.get(selector, context);
        } catch (RateLimitReachedException unknown) {
            if (keys.isReachable()) {
                return List.of();
            }
            throw unknown;
        }
    }
}
