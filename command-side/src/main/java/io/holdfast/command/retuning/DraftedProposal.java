package io.holdfast.command.retuning;

import io.holdfast.targeting.DraftId;
import io.holdfast.targeting.RuleSet;
import io.holdfast.value.Sha256;

/**
 * A proposal that is a draft now, and waits for people.
 *
 * @param draft which draft
 * @param contentHash the digest of its content, which an approval names
 * @param ruleSet its content
 * @param explanation why it is as it is
 */
public record DraftedProposal(DraftId draft, Sha256 contentHash, RuleSet ruleSet, Explanation explanation) {}
