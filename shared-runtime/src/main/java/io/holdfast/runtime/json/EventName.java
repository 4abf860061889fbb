package io.holdfast.runtime.json;

/**
 * The logical name of a stored event.
 *
 * @param name such as {@code shipment.hold-placed}
 * @param revision the version of its JSON, from "1"
 */
public record EventName(String name, String revision) {}
