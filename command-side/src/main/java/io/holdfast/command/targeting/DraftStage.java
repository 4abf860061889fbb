package io.holdfast.command.targeting;

/** The stages of a draft of a rule set. */
public enum DraftStage {
    /** Being worked on. */
    DRAFTED,
    /** Waits for another person's decision. */
    PROPOSED,
    /** Sent back; a revision makes it DRAFTED again. */
    REJECTED,
    /** Final; may be activated. */
    APPROVED
}
