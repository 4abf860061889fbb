package io.holdfast.runtime.axon;

import io.holdfast.actor.MetadataKeys;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.correlation.CorrelationDataProvider;

/**
 * Copies the actor metadata (who, roles, port, address) and the correlation id from a message to the messages that it
 * causes, and adds its identifier as their causation id.
 */
final class ActorCorrelation implements CorrelationDataProvider {
    private static final List<String> HANDED_ON = List.of(
            MetadataKeys.ACTOR,
            MetadataKeys.ROLES,
            MetadataKeys.PORT,
            MetadataKeys.ADDRESS,
            MetadataKeys.CORRELATION_ID);

    @Override
    public Map<String, ?> correlationDataFor(Message<?> cause) {
        var data = new HashMap<String, Object>();
        for (String key : HANDED_ON) {
            Object value = cause.getMetaData().get(key);
            if (value != null) {
                data.put(key, value);
            }
        }
        data.put(MetadataKeys.CAUSATION_ID, cause.getIdentifier());
        return data;
    }
}
