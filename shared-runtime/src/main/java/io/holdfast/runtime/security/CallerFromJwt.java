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
 * Reads the caller from the top-level claims of a token (RFC 7519): {@code sub}, {@code roles} (names of {@link Role};
 * names meant for other systems are ignored), {@code ports} ({@code *} for all; absent for none) and {@code home_port}.
 */
final class CallerFromJwt implements Converter<Jwt, AbstractAuthenticationToken> {
    private static final String ALL_PORTS = "*";

    /**
     * @throws InvalidBearerTokenException if the subject is missing or cannot be a person's name, or a claim cannot be
     *     read
     */
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

    /** Refuses numbers as port codes: 0401 would have become 401. */
    private static String text(@Nullable Object claim, String name) {
        if (Check.present(claim, name) instanceof String text) {
            return text;
        }
        throw new InvalidValueException(name, "must be text");
    }
}
