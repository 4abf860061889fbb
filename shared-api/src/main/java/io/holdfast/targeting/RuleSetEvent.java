package io.holdfast.targeting;

import io.holdfast.value.Check;
import io.holdfast.value.LogicalName;
import java.time.Instant;

/** An event of the series of rule sets. */
public sealed interface RuleSetEvent {
    /** When it was decided. */
    Instant at();

    /** A rule set was published as a version; it decides nothing until it is activated. */
    @LogicalName(value = "rule-set.published", revision = 2, reads = 1)
    record RuleSetPublished(RuleSetRef ref, RuleSet ruleSet, Instant at) implements RuleSetEvent {
        public RuleSetPublished {
            Check.present(ref, "ref");
            Check.present(ruleSet, "ruleSet");
            Check.present(at, "at");
        }
    }

    /** A version was activated and decides from here on. */
    @LogicalName("rule-set.activated")
    record RuleSetActivated(RuleSetRef ref, String reason, Instant at) implements RuleSetEvent {
        public RuleSetActivated {
            Check.present(ref, "ref");
            Check.present(reason, "reason");
            Check.present(at, "at");
        }
    }

    /** A draft was started; its other events are in its own stream. */
    @LogicalName("rule-set.draft-opened")
    record DraftOpened(DraftId draft, String name, Instant at) implements RuleSetEvent {
        public DraftOpened {
            Check.present(draft, "draft");
            Check.present(name, "name");
            Check.present(at, "at");
        }
    }

    /**
     * An approved draft became a version; its content stays in the draft's stream.
     *
     * @param rules the number of rules
     * @param profiles the number of risk profiles
     */
    @LogicalName("rule-set.adopted")
    record RuleSetAdopted(RuleSetRef ref, DraftId draft, String name, int rules, int profiles, Instant at)
            implements RuleSetEvent {
        public RuleSetAdopted {
            Check.present(ref, "ref");
            Check.present(draft, "draft");
            Check.present(name, "name");
            Check.present(at, "at");
        }
    }

    /** A version was retired and will never decide again. */
    @LogicalName("rule-set.retired")
    record RuleSetRetired(RuleSetRef ref, String reason, Instant at) implements RuleSetEvent {
        public RuleSetRetired {
            Check.present(ref, "ref");
            Check.present(reason, "reason");
            Check.present(at, "at");
        }
    }
}
