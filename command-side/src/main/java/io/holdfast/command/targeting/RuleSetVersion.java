package io.holdfast.command.targeting;

import io.holdfast.targeting.RuleSet;
import io.holdfast.targeting.RuleSetRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A published version.
 *
 * @param ref version and content hash
 * @param ruleSet what was published
 * @param publishedAt when
 * @param publishedBy who, if the event says
 * @param activation the latest activation, if there was one
 * @param active whether it decides now
 */
public record RuleSetVersion(
        RuleSetRef ref,
        RuleSet ruleSet,
        Instant publishedAt,
        @Nullable String publishedBy,
        @Nullable Activation activation,
        boolean active) {
    /** Who let a version decide, when and why. */
    public record Activation(Instant at, @Nullable String by, String reason) {}

    RuleSetVersion activated(Activation latest) {
        return new RuleSetVersion(ref, ruleSet, publishedAt, publishedBy, latest, true);
    }

    RuleSetVersion passive() {
        return active ? new RuleSetVersion(ref, ruleSet, publishedAt, publishedBy, activation, false) : this;
    }
}
