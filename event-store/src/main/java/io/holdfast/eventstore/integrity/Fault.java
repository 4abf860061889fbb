package io.holdfast.eventstore.integrity;

/** The kinds of damage that a verification can find. */
public enum Fault {
    /** The content of a block does not match its hash. */
    CHANGED("changed"),
    /** A block is missing, or another stands in its place, though later ones exist. */
    REMOVED("removed"),
    /** There is a block that the log never had. */
    INSERTED("inserted"),
    /** A block exists, but in another place. */
    OUT_OF_ORDER("out of order"),
    /** The chain is consistent, but it is not the log that a checkpoint signed. */
    REWRITTEN("rewritten"),
    /** An event occurs twice, or two events of an aggregate have the same sequence number. */
    REPEATED("repeated"),
    /** The sequence numbers of an aggregate have a gap. */
    GAP("gap"),
    /** The log ends before a block that a checkpoint signed. */
    CUT_OFF("cut off"),
    /** A checkpoint is invalid. */
    CHECKPOINT("checkpoint");

    private final String words;

    Fault(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
