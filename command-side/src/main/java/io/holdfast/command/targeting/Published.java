package io.holdfast.command.targeting;

import io.holdfast.targeting.RuleSetRef;

/**
 * What came of a publication.
 *
 * @param ref the version that has the content
 * @param isNew false when the latest version had it already
 */
public record Published(RuleSetRef ref, boolean isNew) {}
