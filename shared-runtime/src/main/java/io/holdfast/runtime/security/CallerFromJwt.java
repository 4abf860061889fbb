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
 * Reads the claims of a token (RFC 7519), those at the top and no others: {@code sub}, {@code roles} (names of {@link Role}; others are for other systems
 * and left out), {@code ports} ({@code *} for all; absent for none) and {@code home_port}.
 */
final class CallerFromJwt implements Converter<Jwt, AbstractAuthenticationToken> {
    private static final String ALL_PORTS = "*";

    /** @throws InvalidBearerTokenException for a token without a subject, with one that is no person's name, or with a claim that cannot be read */
    @Override
    public AbstractAuthenticationToken convert(Jwt token) {
        try {
            @Nullable Object home = token.getClaims().get("home_port");
            var caller = new Caller(
                    new UserId(text(token.getClaims().get("sub"), "sub")),
                    roles(texts(token, "roles")),
                    home == null ? null : new PortCode(text(home, "home_port")),
                    scope(texts(token, "ports")));
            return new CallerAuthentication(caller, token);
        } catch (InvalidValueException unreadable) {
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

    private static List<String> texts(Jwt token, String name) {
        @Nullable Object claim = token.getClaims().get(name);
        return switch (claim) {
            case null -> List.of();
            case List<?> values ->
                values.stream().map(value -> text(value, name)).toList();
            default -> throw new InvalidValueException(name, "must be an array");
        };
    }

    /** A number is no code of a port: 0401 would have become 401. */
    private static String text(@Nullable Object claim, String name) {
        if (Check.present(claim, name) instanceof String text) {
            return text;
        }
        throw new InvalidValueException(name, "must be text");
    }
}
