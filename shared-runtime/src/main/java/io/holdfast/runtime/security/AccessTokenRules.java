package io.holdfast.runtime.security;

import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.JWTClaimsSetVerifier;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;

/**
 * The rules that the claims of a token must meet: an access token (RFC 9068; RFC 8725, sections 3.8 to 3.11) of the
 * issuer, for this audience, valid now.
 *
 * <p>A token of type {@code at+jwt} declares itself an access token. A token of type {@code JWT}, or without a type, is
 * accepted unless it turns out to be something else: an ID token (it has {@code nonce}, {@code at_hash}, {@code c_hash}
 * or {@code s_hash}; or its {@code azp} is its whole audience and it has no scope, so it was issued to the client that
 * logged in), a logout or event token ({@code events}), or a token whose own claim {@code typ} is something other than
 * {@code Bearer}, as Keycloak sets it.
 */
final class AccessTokenRules {
    private static final List<String> OF_ID_TOKENS = List.of("nonce", "at_hash", "c_hash", "s_hash");
    private static final List<String> SCOPES = List.of("scope", "scp");
    private static final String BEARER = "Bearer";

    private AccessTokenRules() {}

    static OAuth2TokenValidator<Jwt> of(TokenProperties settings, Clock clock) {
        var timestamps = new JwtTimestampValidator(settings.clockSkew());
        timestamps.setAllowEmptyExpiryClaim(false);
        timestamps.setClock(clock);
        return new DelegatingOAuth2TokenValidator<>(List.of(
                timestamps,
                new JwtIssuerValidator(settings.jwtIssuer()),
                new JwtAudienceValidator(settings.audience()),
                AccessTokenRules::accessToken));
    }

    /** Runs before Spring Security invents an issue time for a token that has none. */
    static JWTClaimsSetVerifier<SecurityContext> issuedBy(TokenProperties settings, InstantSource clock) {
        return (claims, context) -> {
            Date issued = claims.getIssueTime();
            if (issued != null && issued.toInstant().isAfter(clock.instant().plus(settings.clockSkew()))) {
                throw new BadJWTException("Issued in the future");
            }
        };
    }

    private static OAuth2TokenValidatorResult accessToken(Jwt token) {
        return AccessTokens.isDeclaredAccessToken(token.getHeaders().get("typ")) || !isSomethingElse(token)
                ? OAuth2TokenValidatorResult.success()
                : refused("no access token");
    }

    private static boolean isSomethingElse(Jwt token) {
        Map<String, Object> claims = token.getClaims();
        @Nullable Object type = claims.get("typ");
        if (claims.containsKey("events")) {
            return true;
        }
        if (type != null) {
            return !BEARER.equalsIgnoreCase(type.toString());
        }
        return OF_ID_TOKENS.stream().anyMatch(claims::containsKey)
                || Stream.ofNullable(claims.get("azp"))
                                .anyMatch(client -> List.of(client).equals(token.getAudience()))
                        && SCOPES.stream().noneMatch(claims::containsKey);
    }

    private static OAuth2TokenValidatorResult refused(String why) {
        return OAuth2TokenValidatorResult.failure(new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN, why, null));
    }
}
