package io.holdfast.standalone.log;

import io.holdfast.eventstore.integrity.BadInputException;
import io.holdfast.eventstore.integrity.LogEvent;
import io.holdfast.projection.evidence.BundleLayout;
import io.holdfast.runtime.json.LanguageJson;
import io.holdfast.shipment.EntryId;
import io.holdfast.value.InvalidValueException;
import io.holdfast.value.Sha256;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A file that a proved event attaches to the case.
 *
 * @param version of the event
 * @param entry the name of the bundle entry that holds the file
 */
record Attached(long version, String fileName, String entry, long size, Sha256 sha256) {
    /** The maximum size in bytes; an event that attaches a file has a name, a type and two numbers. */
    private static final int LONGEST = 1 << 16;

    /**
     * The file that an event attaches; null for an event that attaches nothing. File names that are refused today may
     * occur in old events: only their harmless characters are part of the entry name.
     *
     * @throws BadInputException when it attaches something that no real event could
     */
    static @Nullable Attached by(long version, LogEvent event) {
        if (!BundleLayout.EVIDENCE_EVENTS.contains(event.name())) {
            return null;
        }
        try {
            String payload = event.payload().toString();
            if (payload.length() > LONGEST) {
                throw new BadInputException("it is larger than any of its kind");
            }
            JsonNode said = LanguageJson.mapper().readTree(payload);
            JsonNode file = said.path("evidence");
            String name = file.path("fileName").asString();
            return new Attached(
                    version,
                    name,
                    BundleLayout.file(new EntryId(said.path("evidenceId").asString()), name),
                    file.path("sizeInBytes").asLong(),
                    new Sha256(file.path("sha256").asString()));
        } catch (JacksonException | InvalidValueException damaged) {
            throw new BadInputException("it does not say which file it attaches", damaged);
        }
    }
}
