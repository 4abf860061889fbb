package io.holdfast.eventstore.integrity;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Objects;

/**
 * The first line of an export. Nothing in it is signed: it says what to expect, and proves nothing.
 *
 * @param version of the file's format; 1
 * @param log a description of the source, for people
 * @param blocks how many block lines follow
 * @param checkpoints how many checkpoint lines follow the blocks
 * @param at when the export began
 */
public record ExportHeader(
        @JsonProperty(required = true) int version,
        String log,
        @JsonProperty(required = true) long blocks,
        @JsonProperty(required = true) long checkpoints,
        Instant at)
        implements ExportLine {

    public ExportHeader {
        Objects.requireNonNull(log, "log");
        Objects.requireNonNull(at, "at");
    }

    /** The version that this program writes. */
    public static final int VERSION = 1;
}
