package io.holdfast.command.targeting;

/** Where a draft of a rule set stands. */
public enum DraftStage {
    /** Being worked on. */
    DRAFTED,
    /** Waits for another person. */
    PROPOSED,
    /** Sent back; a revision makes it a draft again. */
    REJECTED,
    /** Changes no more, and may be activated. */
    APPROVED
}
