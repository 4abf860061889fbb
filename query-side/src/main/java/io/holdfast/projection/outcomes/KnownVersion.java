package io.holdfast.projection.outcomes;

import io.holdfast.targeting.DraftId;
import org.jspecify.annotations.Nullable;

/**
 * A version of the rule set.
 *
 * @param draft which draft holds its content; absent when it was published with it
 * @param rules empty when a draft holds them
 */
public record KnownVersion(int version, @Nullable DraftId draft, KnownRules rules) {}
