package io.holdfast.targeting;

import io.holdfast.value.Check;
import io.holdfast.value.InvalidValueException;

/** What can be asked of the series of rule sets; there is one series, {@link #SERIES}. */
public sealed interface RuleSetCommand {
    /** The identifier of the one series of rule sets; no shipment can have it, as theirs hold no colon. */
    String SERIES = "targeting:rules";

    /** Adds a rule set without profiles as the next version; refused when a condition does not compile. */
    record PublishRuleSet(RuleSet ruleSet) implements RuleSetCommand {
        public PublishRuleSet {
            Check.present(ruleSet, "ruleSet");
        }
    }

    /** Lets a published version decide from now on; refused for a version that was never published. */
    record ActivateRuleSet(int version, String reason) implements RuleSetCommand {
        public ActivateRuleSet {
            if (version < 1) {
                throw new InvalidValueException("version", "must be at least 1");
            }
            reason = Check.text(reason, "reason", 500);
        }
    }

    /** Makes an approved draft the next version, unless it is one already, and lets it decide from now on; refused for any other draft. */
    record ActivateDraft(DraftId draft, String reason) implements RuleSetCommand {
        public ActivateDraft {
            Check.present(draft, "draft");
            reason = Check.text(reason, "reason", 500);
        }
    }

    /** Takes a version out of use for good; refused for the one that decides now. */
    record RetireRuleSet(int version, String reason) implements RuleSetCommand {
        public RetireRuleSet {
            if (version < 1) {
                throw new InvalidValueException("version", "must be at least 1");
            }
            reason = Check.text(reason, "reason", 500);
        }
    }
}
