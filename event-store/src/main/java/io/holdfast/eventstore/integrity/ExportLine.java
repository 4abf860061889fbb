package io.holdfast.eventstore.integrity;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** One line of a file about the log: a JSON object whose only property names the kind of line. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
@JsonSubTypes({
    @JsonSubTypes.Type(value = ExportHeader.class, name = "export"),
    @JsonSubTypes.Type(value = LogBlock.class, name = "block"),
    @JsonSubTypes.Type(value = Checkpoint.class, name = "checkpoint"),
    @JsonSubTypes.Type(value = Proof.class, name = "proof")
})
public sealed interface ExportLine permits ExportHeader, LogBlock, Checkpoint, Proof {}
