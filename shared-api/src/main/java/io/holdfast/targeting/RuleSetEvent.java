package io.holdfast.targeting;

import io.holdfast.value.Check;
import io.holdfast.value.LogicalName;
import java.time.Instant;

/** What has happened to the series of rule sets. */
public sealed interface RuleSetEvent {
    /** When it was decided. */
    Instant at();

    /** A rule set became a version; it decides nothing before it is activated. */
    @LogicalName(value = "rule-set.published", revision = 2, reads = 1)
    record RuleSetPublished(RuleSetRef ref, RuleSet ruleSet, Instant at) implements RuleSetEvent {
        public RuleSetPublished {
            Check.present(ref, "ref");
            Check.present(ruleSet, "ruleSet");
            Check.present(at, "at");
        }
    }

    /** A published version decides from here on. */
    @LogicalName("rule-set.activated")
    record RuleSetActivated(RuleSetRef ref, String reason, Instant at) implements RuleSetEvent {
        public RuleSetActivated {
            Check.present(ref, "ref");
            Check.present(reason, "reason");
            Check.present(at, "at");
        }
    }

    /** A draft was begun; the rest of its life is in its own stream. */
    @LogicalName("rule-set.draft-opened")
    record DraftOpened(DraftId draft, String name, Instant at) implements RuleSetEvent {
        public DraftOpened {
            Check.present(draft, "draft");
            Check.present(name, "name");
            Check.present(at, "at");
        }
    }

    /**
     * An approved draft became a version; its content stays in the stream of the draft.
     *
     * @param rules how many rules it has
     * @param profiles how many risk profiles it has
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

    /** A version will never decide again. */
    @LogicalName("rule-set.retired")
    record RuleSetRetired(RuleSetRef ref, String reason, Instant at) implements RuleSetEvent {
        public RuleSetRetired {
            Check.present(ref, "ref");
            Check.present(reason, "reason");
            Check.present(at, "at");
        }
    }
}
