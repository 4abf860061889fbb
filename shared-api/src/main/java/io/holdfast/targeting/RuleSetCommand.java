package io.holdfast.targeting;

import io.holdfast.value.Check;
import io.holdfast.value.InvalidValueException;

/** A command to the series of rule sets. There is only one series, {@link #SERIES}. */
public sealed interface RuleSetCommand {
    /** The identifier of the series. No shipment can have it, because shipment identifiers contain no colon. */
    String SERIES = "targeting:rules";

    /** Publishes a rule set without profiles as the next version; refused if a condition does not compile. */
    record PublishRuleSet(RuleSet ruleSet) implements RuleSetCommand {
        public PublishRuleSet {
            Check.present(ruleSet, "ruleSet");
        }
    }

    /** Activates a published version, which decides from now on; refused for a version that was never published. */
    record ActivateRuleSet(int version, String reason) implements RuleSetCommand {
        public ActivateRuleSet {
            if (version < 1) {
                throw new InvalidValueException("version", "must be at least 1");
            }
            reason = Check.text(reason, "reason", 500);
        }
    }

    /**
     * Activates an approved draft: makes it the next version, unless it is one already, and lets it decide from now on.
     * Refused for a draft that is not approved.
     */
    record ActivateDraft(DraftId draft, String reason) implements RuleSetCommand {
        public ActivateDraft {
            Check.present(draft, "draft");
            reason = Check.text(reason, "reason", 500);
        }
    }

    /** Retires a version for good; refused for the active one. */
    record RetireRuleSet(int version, String reason) implements RuleSetCommand {
        public RetireRuleSet {
            if (version < 1) {
                throw new InvalidValueException("version", "must be at least 1");
            }
            reason = Check.text(reason, "reason", 500);
        }
    }
}
