package io.holdfast.runtime.axon;

import io.holdfast.actor.Actor;
import io.holdfast.actor.MetadataKeys;
import io.holdfast.runtime.security.ActorMetaData;
import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.jspecify.annotations.Nullable;

/**
 * Lets a message handler declare an {@link Actor} parameter: the sender of the message, from its metadata. A message
 * without an actor does not match such a handler. Axon finds this class as a service, both in applications and in test
 * fixtures.
 */
public final class ActorParameterResolverFactory implements ParameterResolverFactory {
    private static final ParameterResolver<Actor> RESOLVER = new FromMetaData();

    @Override
    public @Nullable ParameterResolver<Actor> createInstance(Executable handler, Parameter[] parameters, int index) {
        return parameters[index].getType() == Actor.class ? RESOLVER : null;
    }

    private static final class FromMetaData implements ParameterResolver<Actor> {
        @Override
        public Actor resolveParameterValue(Message<?> message) {
            return ActorMetaData.actorOf(message.getMetaData());
        }

        @Override
        public boolean matches(Message<?> message) {
            return message.getMetaData().containsKey(MetadataKeys.ACTOR);
        }
    }
}
