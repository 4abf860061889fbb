package io.holdfast.runtime.security;

import io.holdfast.actor.Actor;
import io.holdfast.actor.MetadataKeys;
import io.holdfast.actor.PortScope;
import io.holdfast.actor.Role;
import io.holdfast.actor.UserId;
import io.holdfast.value.InvalidValueException;
import io.holdfast.value.PortCode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/** Converts an actor to the metadata of a message and back. Every value is a string. */
public final class ActorMetaData {
    /**
     * The ports of the actor: {@code *} for all, otherwise codes separated by commas. Sent with commands, not stored
     * with events.
     */
    public static final String SCOPE = "scope";

    private static final String ALL = "*";

    private ActorMetaData() {}

    /** The metadata of a command that the actor sends. */
    public static MetaData of(Actor actor, String correlationId) {
        var values = new HashMap<String, String>();
        values.put(MetadataKeys.ACTOR, actor.id().value());
        values.put(MetadataKeys.ROLES, sorted(actor.roles().stream().map(Role::name)));
        values.put(MetadataKeys.ADDRESS, actor.address());
        values.put(MetadataKeys.CORRELATION_ID, correlationId);
        values.put(SCOPE, scope(actor.scope()));
        if (actor.homePort() != null) {
            values.put(MetadataKeys.PORT, actor.homePort().value());
        }
        return MetaData.from(values);
    }

    /**
     * The actor of a message. Without a scope, as on an event, the actor has no ports in scope.
     *
     * @throws InvalidValueException when the metadata has no actor, or an incomplete one
     */
    public static Actor actorOf(MetaData metaData) {
        String port = text(metaData, MetadataKeys.PORT);
        return new Actor(
                new UserId(required(metaData, MetadataKeys.ACTOR)),
                parts(required(metaData, MetadataKeys.ROLES))
                        .map(ActorMetaData::role)
                        .collect(Collectors.toUnmodifiableSet()),
                port == null ? null : new PortCode(port),
                scope(text(metaData, SCOPE)),
                required(metaData, MetadataKeys.ADDRESS));
    }

    private static String scope(PortScope scope) {
        return switch (scope) {
            case PortScope.All _ -> ALL;
            case PortScope.Only(var ports) -> sorted(ports.stream().map(PortCode::value));
        };
    }

    private static PortScope scope(@Nullable String text) {
        if (ALL.equals(text)) {
            return PortScope.all();
        }
        return new PortScope.Only(
                text == null ? Set.of() : parts(text).map(PortCode::new).collect(Collectors.toUnmodifiableSet()));
    }

    private static Role role(String name) {
        return Arrays.stream(Role.values())
                .filter(role -> role.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidValueException(MetadataKeys.ROLES, "must be names of roles"));
    }

    private static Stream<String> parts(String text) {
        return Arrays.stream(text.split(",")).filter(part -> !part.isEmpty());
    }

    private static String sorted(Stream<String> texts) {
        return texts.sorted().collect(Collectors.joining(","));
    }

    private static String required(Map<String, ?> metaData, String key) {
        String value = text(metaData, key);
        if (value == null) {
            throw new InvalidValueException(key, "is required in the metadata of a message");
        }
        return value;
    }

    private static @Nullable String text(Map<String, ?> metaData, String key) {
        return metaData.get(key) instanceof String text ? text : null;
    }
}
