package io.holdfast.actor;

/** Keys of the metadata that every command and event carries; the values are strings. */
public final class MetadataKeys {
    /** {@link UserId} of the person or system. */
    public static final String ACTOR = "actor";
    /** Names of the actor's {@link Role} values, in alphabetical order, separated by commas. */
    public static final String ROLES = "roles";
    /** The actor's port of duty; absent when there is none. */
    public static final String PORT = "port";
    /** The network address of the caller. */
    public static final String ADDRESS = "address";
    /** Shared by everything that one request caused. */
    public static final String CORRELATION_ID = "correlationId";
    /** The identifier of the message that directly caused this one. */
    public static final String CAUSATION_ID = "causationId";

    private MetadataKeys() {}
}
