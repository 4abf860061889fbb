package io.holdfast.command.targeting;

import io.holdfast.targeting.DraftId;
import io.holdfast.value.Sha256;

/**
 * What came of a command to a draft.
 *
 * @param draft which draft
 * @param stage where it stands now
 * @param contentHash the digest of what it contains now
 */
public record DraftState(DraftId draft, DraftStage stage, Sha256 contentHash) {}
