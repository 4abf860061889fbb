package io.holdfast.eventstore.integrity;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * A block in the export format: what it claims about itself, true or not, and its events.
 *
 * @param number the place it claims in the log
 * @param maxAt the latest timestamp so far, nanoseconds since 1970; a string in JSON
 */
public record LogBlock(
        @JsonProperty(required = true) int format,
        @JsonProperty(required = true) long number,
        UUID uuid,

        @JsonProperty(required = true) @JsonFormat(shape = JsonFormat.Shape.STRING)
        long maxAt,

        Hash previousHash,
        Hash root,
        Hash hash,
        List<LogEvent> events)
        implements ExportLine {

    public LogBlock {
        Objects.requireNonNull(uuid, "uuid");
        Objects.requireNonNull(previousHash, "previousHash");
        Objects.requireNonNull(root, "root");
        Objects.requireNonNull(hash, "hash");
        events = List.copyOf(events);
    }

    /** The header that the hash should cover. */
    @JsonIgnore
    public LogHeader header() {
        return new LogHeader(number, previousHash, uuid, maxAt, events.size(), root);
    }

    List<byte[]> leaves() {
        return events.stream().map(event -> MerkleTree.leaf(event.canonical())).toList();
    }
}
