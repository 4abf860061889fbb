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
 * A file as a proved event attaches it.
 *
 * @param version of the event
 * @param entry under which a bundle has the file
 */
record Attached(long version, String fileName, String entry, long size, Sha256 sha256) {
    /** In bytes; an event that attaches a file has a name, a type and two numbers. */
    private static final int LONGEST = 1 << 16;

    /**
     * What an event attaches; null for an event that attaches nothing. Names that are refused today were once taken in: of
     * those, too, only what is harmless is in the name of the entry.
     *
     * @throws BadInputException when it attaches something that no event can
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
