package io.holdfast.targeting;

import io.holdfast.value.Check;
import io.holdfast.value.Sha256;

/**
 * A command to a draft of a rule set. A draft is drafted, revised, simulated and proposed, then approved or rejected by
 * somebody who did not draft, revise or propose it. An approved draft can no longer change; it takes effect when it is
 * activated ({@link RuleSetCommand.ActivateDraft}).
 */
public sealed interface DraftCommand {
    /** The maximum length of the basis of a draft, in characters. */
    int MAX_BASIS = 10_000;

    /** The draft that the command is for. */
    DraftId draft();

    /**
     * Starts a draft; refused if the id is taken or a condition does not compile.
     *
     * @param basis the grounds for the draft, for the person who approves it; at most {@value #MAX_BASIS} characters
     */
    record DraftRuleSet(DraftId draft, RuleSet ruleSet, String basis) implements DraftCommand {
        public DraftRuleSet {
            Check.present(draft, "draft");
            Check.present(ruleSet, "ruleSet");
            basis = Check.text(basis, "basis", MAX_BASIS);
        }
    }

    /** Replaces the content of the draft, which must then be proposed again; refused once it is approved. */
    record ReviseDraft(DraftId draft, RuleSet ruleSet, String reason) implements DraftCommand {
        public ReviseDraft {
            Check.present(draft, "draft");
            Check.present(ruleSet, "ruleSet");
            reason = Check.text(reason, "reason", MAX_BASIS);
        }
    }

    /** Records the result of a simulation; refused if the draft has changed since. */
    record RecordSimulation(DraftId draft, Sha256 contentHash, SimulationResult result) implements DraftCommand {
        public RecordSimulation {
            Check.present(draft, "draft");
            Check.present(contentHash, "contentHash");
            Check.present(result, "result");
        }
    }

    /** Asks another person to approve the draft as it is now. */
    record ProposeRuleSet(DraftId draft, String reason) implements DraftCommand {
        public ProposeRuleSet {
            Check.present(draft, "draft");
            reason = Check.text(reason, "reason", 500);
        }
    }

    /** Approves the content that the approver has seen; refused if the draft has changed since. */
    record ApproveRuleSet(DraftId draft, Sha256 contentHash, String reason) implements DraftCommand {
        public ApproveRuleSet {
            Check.present(draft, "draft");
            Check.present(contentHash, "contentHash");
            reason = Check.text(reason, "reason", 500);
        }
    }

    /** Rejects the draft; its authors may revise and propose it again. */
    record RejectRuleSet(DraftId draft, String reason) implements DraftCommand {
        public RejectRuleSet {
            Check.present(draft, "draft");
            reason = Check.text(reason, "reason", 500);
        }
    }
}
