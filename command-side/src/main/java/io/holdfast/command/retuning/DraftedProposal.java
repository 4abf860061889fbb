package io.holdfast.command.retuning;

import io.holdfast.targeting.DraftId;
import io.holdfast.targeting.RuleSet;
import io.holdfast.value.Sha256;

/**
 * A proposal that was saved as a draft and now waits for people to decide on it.
 *
 * @param draft the draft
 * @param contentHash the digest of its content, which an approval must name
 * @param ruleSet its content
 * @param explanation why it was proposed
 */
public record DraftedProposal(DraftId draft, Sha256 contentHash, RuleSet ruleSet, Explanation explanation) {}
