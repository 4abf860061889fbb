package io.holdfast.eventstore.integrity;

/** What can be wrong with a log. */
public enum Fault {
    /** What the block says is not what its hash was made of. */
    CHANGED("changed"),
    /** There is no such block, or another stands in its place, though later ones are there. */
    REMOVED("removed"),
    /** A block stands where the log had none. */
    INSERTED("inserted"),
    /** The block is there, at another place. */
    OUT_OF_ORDER("out of order"),
    /** Every block fits the next, but this is not the log that a checkpoint signed. */
    REWRITTEN("rewritten"),
    /** An event is in the log twice, or two events have one sequence number. */
    REPEATED("repeated"),
    /** The sequence numbers of an aggregate have a gap. */
    GAP("gap"),
    /** The log ends before a block that a checkpoint signed. */
    CUT_OFF("cut off"),
    /** A checkpoint is not what it should be. */
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
