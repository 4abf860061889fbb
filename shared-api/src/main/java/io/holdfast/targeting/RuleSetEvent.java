package io.holdfast.targeting;

import io.holdfast.value.Check;
import java.time.Instant;

/** What has happened to the series of rule sets. */
public sealed interface RuleSetEvent {
    /** When it was decided. */
    Instant at();

    /** A rule set became a version; it decides nothing before it is activated. */
    record RuleSetPublished(RuleSetRef ref, RuleSet ruleSet, Instant at) implements RuleSetEvent {
        public RuleSetPublished {
            Check.present(ref, "ref");
            Check.present(ruleSet, "ruleSet");
            Check.present(at, "at");
        }
    }

    /** A published version decides from here on. */
    record RuleSetActivated(RuleSetRef ref, String reason, Instant at) implements RuleSetEvent {
        public RuleSetActivated {
            Check.present(ref, "ref");
            Check.present(reason, "reason");
            Check.present(at, "at");
        }
    }
}
