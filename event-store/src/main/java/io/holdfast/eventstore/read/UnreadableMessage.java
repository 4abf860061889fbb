package io.holdfast.eventstore.read;

import java.time.Instant;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.UnknownSerializedType;
import org.jspecify.annotations.Nullable;

/**
 * Replaces an event in a stream that cannot be turned into a message, for instance because this version does not know
 * its type. Its position, aggregate and time are known; reading its payload throws, so that nobody mistakes it for a
 * readable event.
 */
class UnreadableMessage implements TrackedEventMessage<Object> {
    private static final long serialVersionUID = 1L;

    final transient TrackedEventData<?> data;
    final TrackingToken token;
    final RuntimeException cause;

    private UnreadableMessage(TrackedEventData<?> data, TrackingToken token, RuntimeException cause) {
        this.data = data;
        this.token = token;
        this.cause = cause;
    }

    static TrackedEventMessage<?> of(TrackedEventData<?> data, RuntimeException cause) {
        return data instanceof DomainEventData<?> domain
                ? new OfAggregate(data, domain, data.trackingToken(), cause)
                : new UnreadableMessage(data, data.trackingToken(), cause);
    }

    @Override
    public TrackingToken trackingToken() {
        return token;
    }

    @Override
    public String getIdentifier() {
        return data.getEventIdentifier();
    }

    @Override
    public Instant getTimestamp() {
        return data.getTimestamp();
    }

    @Override
    public MetaData getMetaData() {
        return MetaData.emptyInstance();
    }

    @Override
    public Object getPayload() {
        throw new SerializationException(
                "Event " + getIdentifier() + " (" + data.getPayload().getType().getName() + ") cannot be read: "
                        + cause.getMessage(),
                cause);
    }

    @Override
    @SuppressWarnings({"unchecked", "rawtypes"}) // the payload has no type that can be loaded
    public Class<Object> getPayloadType() {
        return (Class) UnknownSerializedType.class;
    }

    /** Ignored: there is no metadata to change. */
    @Override
    public UnreadableMessage withMetaData(Map<String, ?> metaData) {
        return this;
    }

    @Override
    public UnreadableMessage andMetaData(Map<String, ?> metaData) {
        return this;
    }

    @Override
    public UnreadableMessage withTrackingToken(TrackingToken trackingToken) {
        return new UnreadableMessage(data, trackingToken, cause);
    }

    private static final class OfAggregate extends UnreadableMessage implements DomainEventMessage<Object> {
        private static final long serialVersionUID = 1L;

        private final transient DomainEventData<?> domain;

        OfAggregate(TrackedEventData<?> data, DomainEventData<?> domain, TrackingToken token, RuntimeException cause) {
            super(data, token, cause);
            this.domain = domain;
        }

        @Override
        public long getSequenceNumber() {
            return domain.getSequenceNumber();
        }

        @Override
        public String getAggregateIdentifier() {
            return domain.getAggregateIdentifier();
        }

        @Override
        public @Nullable String getType() {
            return domain.getType();
        }

        @Override
        public OfAggregate withTrackingToken(TrackingToken trackingToken) {
            return new OfAggregate(data, domain, trackingToken, cause);
        }

        @Override
        public OfAggregate withMetaData(Map<String, ?> metaData) {
            return this;
        }

        @Override
        public OfAggregate andMetaData(Map<String, ?> metaData) {
            return this;
        }
    }
}
