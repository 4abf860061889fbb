package io.holdfast.command.targeting;

import io.holdfast.targeting.DraftId;
import io.holdfast.value.Sha256;

/**
 * The result of a command to a draft.
 *
 * @param draft the draft
 * @param stage its stage now
 * @param contentHash the digest of its content now
 */
public record DraftState(DraftId draft, DraftStage stage, Sha256 contentHash) {}
