package io.holdfast.targeting;

import io.holdfast.value.Check;
import io.holdfast.value.Sha256;

/**
 * What can be asked of a draft. Its life: drafted, revised, simulated, proposed, then approved or rejected by another person
 * than those who drafted, revised or proposed it. An approved draft changes no more; it decides once it is activated
 * ({@link RuleSetCommand.ActivateDraft}).
 */
public sealed interface DraftCommand {
    /** The most characters of the basis of a draft. */
    int MAX_BASIS = 10_000;

    /** Which draft. */
    DraftId draft();

    /**
     * Begins a draft; refused when there is one of that id, or when a condition does not compile.
     *
     * @param basis on what grounds: for the person who approves, at most {@value #MAX_BASIS} characters
     */
    record DraftRuleSet(DraftId draft, RuleSet ruleSet, String basis) implements DraftCommand {
        public DraftRuleSet {
            Check.present(draft, "draft");
            Check.present(ruleSet, "ruleSet");
            basis = Check.text(basis, "basis", MAX_BASIS);
        }
    }

    /** Gives the draft another content, which must be proposed anew; refused for an approved one. */
    record ReviseDraft(DraftId draft, RuleSet ruleSet, String reason) implements DraftCommand {
        public ReviseDraft {
            Check.present(draft, "draft");
            Check.present(ruleSet, "ruleSet");
            reason = Check.text(reason, "reason", MAX_BASIS);
        }
    }

    /** Keeps what a simulation found; refused when the draft has another content by now. */
    record RecordSimulation(DraftId draft, Sha256 contentHash, SimulationResult result) implements DraftCommand {
        public RecordSimulation {
            Check.present(draft, "draft");
            Check.present(contentHash, "contentHash");
            Check.present(result, "result");
        }
    }

    /** Asks another person to approve the draft as it is. */
    record ProposeRuleSet(DraftId draft, String reason) implements DraftCommand {
        public ProposeRuleSet {
            Check.present(draft, "draft");
            reason = Check.text(reason, "reason", 500);
        }
    }

    /** Approves the content that the approver has seen; refused when the draft has another one by now. */
    record ApproveRuleSet(DraftId draft, Sha256 contentHash, String reason) implements DraftCommand {
        public ApproveRuleSet {
            Check.present(draft, "draft");
            Check.present(contentHash, "contentHash");
            reason = Check.text(reason, "reason", 500);
        }
    }

    /** Sends the draft back to those who made it; they may revise and propose it again. */
    record RejectRuleSet(DraftId draft, String reason) implements DraftCommand {
        public RejectRuleSet {
            Check.present(draft, "draft");
            reason = Check.text(reason, "reason", 500);
        }
    }
}
