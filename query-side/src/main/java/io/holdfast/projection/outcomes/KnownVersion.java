package io.holdfast.projection.outcomes;

import io.holdfast.targeting.DraftId;
import org.jspecify.annotations.Nullable;

/**
 * A version of the rule set.
 *
 * @param draft the draft that holds its content; absent if the version was published with its content
 * @param rules empty if a draft holds them
 */
public record KnownVersion(int version, @Nullable DraftId draft, KnownRules rules) {}
