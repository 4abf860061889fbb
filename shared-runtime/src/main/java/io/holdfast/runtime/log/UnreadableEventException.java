package io.holdfast.runtime.log;

/**
 * This version cannot read an event of an aggregate, so it can neither decide nor answer anything about the aggregate.
 */
public final class UnreadableEventException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String aggregate;
    private final long version;
    private final String type;

    UnreadableEventException(String aggregate, long version, String type, RuntimeException cause) {
        super(
                "Event " + version + " of " + aggregate + " (" + type + ") cannot be read: "
                        + UnreadEvents.reason(cause),
                cause);
        this.aggregate = aggregate;
        this.version = version;
        this.type = type;
    }

    /** The aggregate that the event belongs to. */
    public String aggregate() {
        return aggregate;
    }

    /** The number of the event within the aggregate, from 1. */
    public long version() {
        return version;
    }

    /** The logical name of the event, as far as it is known. */
    public String type() {
        return type;
    }
}
