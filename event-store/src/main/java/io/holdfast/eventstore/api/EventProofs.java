package io.holdfast.eventstore.api;

import org.jspecify.annotations.Nullable;

/** Hands out single events of the log with what proves that they are in it, for whoever makes up a bundle. */
public interface EventProofs {

    /**
     * An event as the log has it.
     *
     * @param json the event, as an export shows it
     * @param proof the line that proves it; null where no checkpoint covers the event and this node signs none
     * @param key the public key (PEM) that signed; null where there is no proof or this node does not have the key
     */
    record LoggedEvent(byte[] json, byte @Nullable [] proof, byte @Nullable [] key) {}

    /**
     * An event by its identifier. Where no checkpoint covers it yet, one is made if this node signs.
     *
     * @throws RuntimeException when there is no such event, or what should prove it is damaged
     */
    LoggedEvent of(String eventId);
}
