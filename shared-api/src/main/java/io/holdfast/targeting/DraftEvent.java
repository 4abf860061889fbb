package io.holdfast.targeting;

import io.holdfast.value.Check;
import io.holdfast.value.LogicalName;
import io.holdfast.value.Sha256;
import java.time.Instant;

/** An event of a draft of a rule set. */
public sealed interface DraftEvent {
    /** The draft. */
    DraftId draft();

    /** When it was decided. */
    Instant at();

    /** A draft was started. The field {@code grounds} is what {@link DraftCommand.DraftRuleSet#basis()} said. */
    @LogicalName("rule-set.drafted")
    record RuleSetDrafted(DraftId draft, RuleSet ruleSet, Sha256 contentHash, String grounds, Instant at)
            implements DraftEvent {
        public RuleSetDrafted {
            Check.present(draft, "draft");
            Check.present(ruleSet, "ruleSet");
            Check.present(contentHash, "contentHash");
            Check.present(grounds, "grounds");
            Check.present(at, "at");
        }
    }

    /** The draft's content was replaced. */
    @LogicalName("rule-set.draft-revised")
    record DraftRevised(DraftId draft, RuleSet ruleSet, Sha256 contentHash, String reason, Instant at)
            implements DraftEvent {
        public DraftRevised {
            Check.present(draft, "draft");
            Check.present(ruleSet, "ruleSet");
            Check.present(contentHash, "contentHash");
            Check.present(reason, "reason");
            Check.present(at, "at");
        }
    }

    /** The draft was simulated on past declarations. */
    @LogicalName(value = "rule-set.draft-simulated", revision = 2, reads = 1)
    record DraftSimulated(DraftId draft, Sha256 contentHash, SimulationResult result, Instant at)
            implements DraftEvent {
        public DraftSimulated {
            Check.present(draft, "draft");
            Check.present(contentHash, "contentHash");
            Check.present(result, "result");
            Check.present(at, "at");
        }
    }

    /** Another person was asked to approve the draft. */
    @LogicalName("rule-set.proposed")
    record RuleSetProposed(DraftId draft, Sha256 contentHash, String reason, Instant at) implements DraftEvent {
        public RuleSetProposed {
            Check.present(draft, "draft");
            Check.present(contentHash, "contentHash");
            Check.present(reason, "reason");
            Check.present(at, "at");
        }
    }

    /** The draft was approved and may become a version. */
    @LogicalName("rule-set.approved")
    record RuleSetApproved(DraftId draft, Sha256 contentHash, String reason, Instant at) implements DraftEvent {
        public RuleSetApproved {
            Check.present(draft, "draft");
            Check.present(contentHash, "contentHash");
            Check.present(reason, "reason");
            Check.present(at, "at");
        }
    }

    /** The draft was rejected and went back to its authors. */
    @LogicalName("rule-set.rejected")
    record RuleSetRejected(DraftId draft, Sha256 contentHash, String reason, Instant at) implements DraftEvent {
        public RuleSetRejected {
            Check.present(draft, "draft");
            Check.present(contentHash, "contentHash");
            Check.present(reason, "reason");
            Check.present(at, "at");
        }
    }
}
