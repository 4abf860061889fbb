package io.holdfast.projection.evidence;

import io.holdfast.eventstore.api.EventProofs;
import io.holdfast.eventstore.api.EventProofs.LoggedEvent;
import io.holdfast.projection.evidence.BundleManifest.Excerpt;
import io.holdfast.runtime.json.LanguageJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An event with its proof, as the log returns them.
 *
 * @param json the event in the format of a log export
 * @param proof absent if no checkpoint covers the event yet
 * @param key the public key (PEM) of the signature, if it is known here
 */
record ProvedEvent(long version, byte[] json, byte @Nullable [] proof, byte @Nullable [] key) {

    /**
     * Fetches an event with its proof.
     *
     * @param id the identifier of the event in the log
     */
    static ProvedEvent of(String id, long version, EventProofs proofs) {
        LoggedEvent event = proofs.of(id);
        return new ProvedEvent(version, event.json(), event.proof(), event.key());
    }

    /** The name of the event without its revision. */
    String name() {
        return tree().path("name").asString();
    }

    Excerpt excerpt(@Nullable String file) {
        JsonNode event = tree();
        return Excerpt.of(
                version,
                event.path("name").asString(),
                event.path("metadata").asString(),
                event.path("payload").asString(),
                file);
    }

    private JsonNode tree() {
        return LanguageJson.mapper().readTree(json);
    }
}
