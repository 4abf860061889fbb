package io.holdfast.command.targeting;

import io.holdfast.targeting.DraftId;
import io.holdfast.targeting.RuleSetRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version of the rule set. Its content stays in the event log, in the series or in the stream of a draft:
 * {@link ActiveRuleSet#content} reads it.
 *
 * @param ref version and content hash
 * @param name the name that targeting staff gave it
 * @param rules the number of rules
 * @param profiles the number of risk profiles
 * @param sequence the number of the event in the series that made it a version
 * @param draft the draft that it was adopted from; null when it was published directly
 * @param publishedAt when it became a version
 * @param publishedBy who made it a version, if the event says
 * @param activation the latest activation, if there was one
 * @param retired when and why it was retired; null when it was not
 * @param active whether it is the active version
 */
public record RuleSetVersion(
        RuleSetRef ref,
        String name,
        int rules,
        int profiles,
        long sequence,
        @Nullable DraftId draft,
        Instant publishedAt,
        @Nullable String publishedBy,
        @Nullable Activation activation,
        @Nullable Activation retired,
        boolean active) {
    /** Who activated or retired a version, when and why. */
    public record Activation(Instant at, @Nullable String by, String reason) {}

    RuleSetVersion activated(Activation latest) {
        return with(latest, retired, true);
    }

    RuleSetVersion passive() {
        return active ? with(activation, retired, false) : this;
    }

    RuleSetVersion retired(Activation retirement) {
        return with(activation, retirement, active);
    }

    private RuleSetVersion with(@Nullable Activation latest, @Nullable Activation retirement, boolean decides) {
        return new RuleSetVersion(
                ref, name, rules, profiles, sequence, draft, publishedAt, publishedBy, latest, retirement, decides);
    }
}
