package io.holdfast.eventstore.integrity;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One event of the log in the export format, serialized.
 *
 * @param aggregate null for an event without an aggregate; then {@code type} is null as well and {@code sequence} is 0
 * @param sequence of the event within its aggregate, from 0, without gaps
 * @param name of the payload's type, as the serializer calls it
 * @param at nanoseconds since 1970-01-01T00:00Z; a string in JSON, because many languages read numbers as doubles
 */
public record LogEvent(
        @Nullable String aggregate,
        @Nullable String type,
        @JsonProperty(required = true) long sequence,
        String id,
        String name,
        @Nullable String revision,

        @JsonProperty(required = true) @JsonFormat(shape = JsonFormat.Shape.STRING)
        long at,

        Content payload,
        Content metadata) {

    public LogEvent {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(payload, "payload");
        Objects.requireNonNull(metadata, "metadata");
    }

    /**
     * The bytes that are hashed: aggregate, type, sequence, id, name, revision, at, payload, metadata in this order.
     * Texts and contents are preceded by their length in four bytes (-1 when absent), texts are in UTF-8; numbers take
     * eight bytes, the highest first.
     *
     * @throws IllegalArgumentException when a text has half a surrogate pair
     */
    public byte[] canonical() {
        return CanonicalBytes.of(this);
    }

    /**
     * Decodes {@link #canonical} bytes.
     *
     * @throws IllegalArgumentException when they do not encode an event
     */
    public static LogEvent ofCanonical(byte[] bytes) {
        return CanonicalBytes.read(bytes);
    }

    /** The event as JSON, in the export format. */
    public byte[] json() {
        return LogJson.event(this);
    }

    /**
     * Parses the {@link #json} of an event.
     *
     * @param where it comes from, for the message
     * @throws BadInputException when it is not an event
     */
    public static LogEvent ofJson(byte[] json, String where) {
        return LogJson.parseEvent(json, where);
    }

    /** When it happened, by the clock of the node that appended it. */
    public Instant time() {
        return Instant.ofEpochSecond(Math.floorDiv(at, 1_000_000_000L), Math.floorMod(at, 1_000_000_000L));
    }

    /** A description for people. */
    @Override
    public String toString() {
        return aggregate == null ? "event " + id : "event " + sequence + " of " + aggregate;
    }
}
