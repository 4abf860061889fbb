package io.holdfast.eventstore;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.serialization.Serializer;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/** How one event looks as a message, as BSON, and as the canonical bytes under the hash. */
final class EventCodec {

    static final String AGGREGATE = "aggregate";

    private EventCodec() {}

    static StoredEvent fromMessage(EventMessage<?> message, Serializer serializer) {
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

    /** Text wherever the bytes allow it: people read the log with a database shell. Either form gives the bytes back. */
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

    static BsonDocument toBson(StoredEvent event) {
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

    static StoredEvent fromBson(BsonDocument document) {
        return new StoredEvent(
                text(document, AGGREGATE),
                text(document, "type"),
                document.getNumber("sequence").longValue(),
                document.getString("id").getValue(),
                document.getString("name").getValue(),
                text(document, "revision"),
                document.getNumber("at").longValue(),
                Objects.requireNonNull(document.get("payload")),
                Objects.requireNonNull(document.get("metadata")));
    }

    /**
     * The event under the hash: aggregate, type, sequence, id, name, revision, at, payload, metadata in this order. Texts
     * and bytes carry their length in four bytes (-1 when absent) before their content in UTF-8; numbers take eight bytes,
     * the highest first. Independent of BSON, so that an export can be verified without it.
     */
    static byte[] canonical(StoredEvent event) {
        var bytes = new ByteArrayOutputStream(512);
        try (var out = new DataOutputStream(bytes)) {
            writeText(out, event.aggregate());
            writeText(out, event.type());
            out.writeLong(event.sequence());
            writeText(out, event.id());
            writeText(out, event.name());
            writeText(out, event.revision());
            out.writeLong(event.at());
            writeBytes(out, bytes(event.payload()));
            writeBytes(out, bytes(event.metadata()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot happen: the bytes go to memory", e);
        }
        return bytes.toByteArray();
    }

    private static byte[] bytes(BsonValue value) {
        return value.isString()
                ? value.asString().getValue().getBytes(StandardCharsets.UTF_8)
                : value.asBinary().getData();
    }

    private static void writeText(DataOutputStream out, @Nullable String text) throws IOException {
        if (text == null) {
            out.writeInt(-1);
        } else {
            writeBytes(out, text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void writeBytes(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
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
