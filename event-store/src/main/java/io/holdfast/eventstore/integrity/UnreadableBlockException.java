package io.holdfast.eventstore.integrity;

/** Thrown by a source of blocks for a block that is there but cannot be read as one. */
public final class UnreadableBlockException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long number;

    /** @param why without a full stop */
    public UnreadableBlockException(long number, String why) {
        super(why);
        this.number = number;
    }

    /** The block's number. */
    public long number() {
        return number;
    }
}
