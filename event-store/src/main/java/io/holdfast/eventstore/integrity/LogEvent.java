package io.holdfast.eventstore.integrity;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One event of the log, serialized, as an export shows it.
 *
 * @param aggregate null for an event of no aggregate; then {@code type} is null as well and {@code sequence} is 0
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
     * The event under the hash: aggregate, type, sequence, id, name, revision, at, payload, metadata in this order. Texts
     * and contents carry their length in four bytes (-1 when absent) before their bytes, texts in UTF-8; numbers take eight
     * bytes, the highest first.
     *
     * @throws IllegalArgumentException when a text has half a surrogate pair
     */
    public byte[] canonical() {
        return CanonicalBytes.of(this);
    }

    /**
     * The event of {@link #canonical} bytes.
     *
     * @throws IllegalArgumentException when they are no event
     */
    public static LogEvent ofCanonical(byte[] bytes) {
        return CanonicalBytes.read(bytes);
    }

    /** The event as JSON, as an export shows it. */
    public byte[] json() {
        return LogJson.event(this);
    }

    /**
     * The event of its {@link #json}.
     *
     * @param where it comes from, for the message
     * @throws BadInputException when it is none
     */
    public static LogEvent ofJson(byte[] json, String where) {
        return LogJson.parseEvent(json, where);
    }

    /** When it happened, as the node that appended it had it. */
    public Instant time() {
        return Instant.ofEpochSecond(Math.floorDiv(at, 1_000_000_000L), Math.floorMod(at, 1_000_000_000L));
    }

    /** As people name it. */
    @Override
    public String toString() {
        return aggregate == null ? "event " + id : "event " + sequence + " of " + aggregate;
    }
}
