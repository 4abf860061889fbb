package io.holdfast.eventstore.block;

import java.time.Instant;
import java.util.Objects;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.EventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.bson.BsonBinary;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/**
 * One event as stored in the log, serialized.
 *
 * @param aggregate null for an event without an aggregate; then {@code type} is null as well and {@code sequence} is 0
 * @param name the serializer's name of the payload type
 * @param at nanoseconds since 1970-01-01T00:00Z
 * @param payload text when the serialized bytes are valid UTF-8, else binary; so is {@code metadata}. Another type
 *     is possible only when the store was tampered with: such an event cannot be deserialized, but the others of its
 *     block can
 */
public record StoredEvent(
        @Nullable String aggregate,
        @Nullable String type,
        long sequence,
        String id,
        String name,
        @Nullable String revision,
        long at,
        BsonValue payload,
        BsonValue metadata) {

    private static final long NANOS = 1_000_000_000L;

    /** The unique key of the event in the log; optimistic concurrency relies on it. */
    public String key() {
        return key(aggregate == null ? id : aggregate, sequence);
    }

    public static String key(String aggregate, long sequence) {
        return aggregate + '#' + sequence;
    }

    public static long nanos(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), NANOS), instant.getNano());
    }

    /** Its approximate size in bytes. */
    public long bytes() {
        return size(payload) + size(metadata);
    }

    private static long size(BsonValue value) {
        return switch (value) {
            case BsonString text -> text.getValue().length();
            case BsonBinary binary -> binary.getData().length;
            default -> 0;
        };
    }

    private Instant timestamp() {
        return Instant.ofEpochSecond(Math.floorDiv(at, NANOS), Math.floorMod(at, NANOS));
    }

    private SerializedObject<?> serializedPayload() {
        var serializedType = new SimpleSerializedType(name, revision);
        return switch (payload) {
            case BsonString text -> new SimpleSerializedObject<>(text.getValue(), String.class, serializedType);
            case BsonBinary bytes -> new SimpleSerializedObject<>(bytes.getData(), byte[].class, serializedType);
            default -> new SimpleSerializedObject<>(payload.toString(), String.class, serializedType);
        };
    }

    private SerializedObject<?> serializedMetadata() {
        return switch (metadata) {
            case BsonString text -> new SerializedMetaData<>(text.getValue(), String.class);
            case BsonBinary bytes -> new SerializedMetaData<>(bytes.getData(), byte[].class);
            default -> new SerializedMetaData<>(metadata.toString(), String.class);
        };
    }

    public DomainEventData<?> domainData() {
        return new Domain(this);
    }

    TrackedEventData<?> trackedData(long position) {
        TrackingToken token = Objects.requireNonNull(LogPosition.token(position));
        return aggregate == null ? new Tracked(this, token) : new TrackedDomain(this, token);
    }

    private interface Data extends EventData<Object> {
        StoredEvent event();

        @Override
        default String getEventIdentifier() {
            return event().id();
        }

        @Override
        default Instant getTimestamp() {
            return event().timestamp();
        }

        @Override
        @SuppressWarnings("unchecked")
        default SerializedObject<Object> getMetaData() {
            return (SerializedObject<Object>) event().serializedMetadata();
        }

        @Override
        @SuppressWarnings("unchecked")
        default SerializedObject<Object> getPayload() {
            return (SerializedObject<Object>) event().serializedPayload();
        }
    }

    private interface Numbered extends Data, DomainEventData<Object> {
        @Override
        default @Nullable String getType() {
            return event().type();
        }

        @Override
        default String getAggregateIdentifier() {
            return Objects.requireNonNull(event().aggregate());
        }

        @Override
        default long getSequenceNumber() {
            return event().sequence();
        }
    }

    private record Domain(StoredEvent event) implements Numbered {}

    private record Tracked(StoredEvent event, TrackingToken trackingToken) implements Data, TrackedEventData<Object> {}

    private record TrackedDomain(StoredEvent event, TrackingToken trackingToken)
            implements Numbered, TrackedEventData<Object> {}
}
