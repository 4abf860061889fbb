package io.holdfast.eventstore.api;

import org.jspecify.annotations.Nullable;

/** Returns single events of the log together with the proof that they are in it, for evidence bundles. */
public interface EventProofs {

    /**
     * An event as stored in the log.
     *
     * @param json the event in the export format
     * @param proof the proof as one line; null when no checkpoint covers the event and this node does not sign
     * @param key the public key (PEM) that signed; null when there is no proof or this node does not have the key
     */
    record LoggedEvent(byte[] json, byte @Nullable [] proof, byte @Nullable [] key) {}

    /**
     * Returns the event with this identifier. When no checkpoint covers it yet, one is signed first if this node signs.
     *
     * @throws RuntimeException when there is no such event, or the data needed to prove it is damaged
     */
    LoggedEvent of(String eventId);
}
