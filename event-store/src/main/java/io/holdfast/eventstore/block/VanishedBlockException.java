package io.holdfast.eventstore.block;

/** A block that was in the log is not found: not yet after a failover, or no longer after a restore. */
public final class VanishedBlockException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    VanishedBlockException(long number) {
        super("Block " + number + " has vanished");
    }
}
