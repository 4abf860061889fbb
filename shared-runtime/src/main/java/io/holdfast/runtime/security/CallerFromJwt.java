package io.holdfast.runtime.security;

import io.holdfast.actor.PortScope;
import io.holdfast.actor.Role;
import io.holdfast.actor.UserId;
import io.holdfast.value.Check;
import io.holdfast.value.InvalidValueException;
import io.holdfast.value.PortCode;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/**
 * Reads the claims of a token (RFC 7519): {@code sub}, {@code roles} (names of {@link Role}; others are for other systems
 * and left out), {@code ports} ({@code *} for all; absent for none) and {@code home_port}.
 */
final class CallerFromJwt implements Converter<Jwt, AbstractAuthenticationToken> {
    private static final String ALL_PORTS = "*";

    /** @throws InvalidBearerTokenException for a token without a subject, or with a claim that cannot be read */
    @Override
    public AbstractAuthenticationToken convert(Jwt token) {
        try {
            String home = token.getClaimAsString("home_port");
            var caller = new Caller(
                    new UserId(Check.present(token.getSubject(), "sub")),
                    roles(claims(token, "roles")),
                    home == null ? null : new PortCode(home),
                    scope(claims(token, "ports")));
            return new CallerAuthentication(caller, token);
        } catch (InvalidValueException | IllegalStateException unreadable) {
            throw new InvalidBearerTokenException("A claim of the token cannot be used", unreadable);
        }
    }

    private static Set<Role> roles(List<String> names) {
        return Arrays.stream(Role.values())
                .filter(role -> names.contains(role.name()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static PortScope scope(List<String> ports) {
        return ports.contains(ALL_PORTS)
                ? PortScope.all()
                : new PortScope.Only(ports.stream().map(PortCode::new).collect(Collectors.toUnmodifiableSet()));
    }

    private static List<String> claims(Jwt token, String name) {
        @Nullable Object claim = token.getClaims().get(name);
        return switch (claim) {
            case null -> List.of();
            case List<?> values -> values.stream().map(String::valueOf).toList();
            default -> throw new InvalidValueException(name, "must be an array");
        };
    }
}
