package io.holdfast.targeting;

import io.holdfast.value.Check;
import io.holdfast.value.LogicalName;
import io.holdfast.value.Sha256;
import java.time.Instant;

/** What has happened to a draft of a rule set. */
public sealed interface DraftEvent {
    /** Which draft. */
    DraftId draft();

    /** When it was decided. */
    Instant at();

    /** A draft was begun. @param grounds on what grounds, as {@link DraftCommand.DraftRuleSet#basis()} said */
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

    /** It has another content. */
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

    /** History was replayed over it. */
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

    /** Another person is to judge it. */
    @LogicalName("rule-set.proposed")
    record RuleSetProposed(DraftId draft, Sha256 contentHash, String reason, Instant at) implements DraftEvent {
        public RuleSetProposed {
            Check.present(draft, "draft");
            Check.present(contentHash, "contentHash");
            Check.present(reason, "reason");
            Check.present(at, "at");
        }
    }

    /** It may become a version. */
    @LogicalName("rule-set.approved")
    record RuleSetApproved(DraftId draft, Sha256 contentHash, String reason, Instant at) implements DraftEvent {
        public RuleSetApproved {
            Check.present(draft, "draft");
            Check.present(contentHash, "contentHash");
            Check.present(reason, "reason");
            Check.present(at, "at");
        }
    }

    /** It went back to those who made it. */
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
