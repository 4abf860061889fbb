package io.holdfast.command.targeting;

import io.holdfast.targeting.RuleSetRef;

/**
 * The result of a publication.
 *
 * @param ref the version that has the content
 * @param isNew false when the latest version already had the content
 */
public record Published(RuleSetRef ref, boolean isNew) {}
