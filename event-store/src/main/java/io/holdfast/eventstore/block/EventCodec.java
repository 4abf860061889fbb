package io.holdfast.eventstore.block;

import io.holdfast.eventstore.integrity.Content;
import io.holdfast.eventstore.integrity.LogEvent;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.serialization.Serializer;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/** Converts an event between its three forms: Axon message, BSON, and the form that is hashed. */
public final class EventCodec {

    public static final String AGGREGATE = "aggregate";

    private EventCodec() {}

    public static StoredEvent fromMessage(EventMessage<?> message, Serializer serializer) {
        var payload = message.serializePayload(serializer, byte[].class);
        var metadata = message.serializeMetaData(serializer, byte[].class);
        DomainEventMessage<?> domain = message instanceof DomainEventMessage<?> d ? d : null;
        return new StoredEvent(
                domain == null ? null : domain.getAggregateIdentifier(),
                domain == null ? null : domain.getType(),
                domain == null ? 0 : domain.getSequenceNumber(),
                message.getIdentifier(),
                payload.getType().getName(),
                payload.getType().getRevision(),
                StoredEvent.nanos(message.getTimestamp()),
                textOrBinary(payload.getData()),
                textOrBinary(metadata.getData()));
    }

    /**
     * Text when the bytes are valid UTF-8, so that people can read the log in a database shell. Both forms restore the
     * same bytes.
     */
    private static BsonValue textOrBinary(byte[] bytes) {
        try {
            return new BsonString(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException _) {
            return new BsonBinary(bytes);
        }
    }

    public static BsonDocument toBson(StoredEvent event) {
        var document = new BsonDocument();
        putText(document, AGGREGATE, event.aggregate());
        putText(document, "type", event.type());
        document.put("sequence", new BsonInt64(event.sequence()));
        document.put("id", new BsonString(event.id()));
        document.put("name", new BsonString(event.name()));
        putText(document, "revision", event.revision());
        document.put("at", new BsonInt64(event.at()));
        document.put("payload", event.payload());
        document.put("metadata", event.metadata());
        return document;
    }

    public static StoredEvent fromBson(BsonDocument document) {
        return new StoredEvent(
                text(document, AGGREGATE),
                text(document, "type"),
                document.getNumber("sequence").longValue(),
                document.getString("id").getValue(),
                document.getString("name").getValue(),
                text(document, "revision"),
                document.getNumber("at").longValue(),
                document.get("payload", BsonNull.VALUE),
                document.get("metadata", BsonNull.VALUE));
    }

    /** The event in the BSON-free form that is hashed, exported and proved. */
    public static LogEvent plain(StoredEvent event) {
        return new LogEvent(
                event.aggregate(),
                event.type(),
                event.sequence(),
                event.id(),
                event.name(),
                event.revision(),
                event.at(),
                content(event.payload()),
                content(event.metadata()));
    }

    private static Content content(BsonValue value) {
        return value.isString()
                ? Content.of(value.asString().getValue())
                : Content.of(value.asBinary().getData());
    }

    private static void putText(BsonDocument document, String field, @Nullable String text) {
        if (text != null) {
            document.put(field, new BsonString(text));
        }
    }

    private static @Nullable String text(BsonDocument document, String field) {
        BsonValue value = document.get(field);
        return value == null ? null : value.asString().getValue();
    }
}
