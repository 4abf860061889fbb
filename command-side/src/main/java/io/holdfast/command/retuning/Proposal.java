package io.holdfast.command.retuning;

import io.holdfast.targeting.RuleSet;

/** What retuning proposes, and why. */
public record Proposal(RuleSet ruleSet, Explanation explanation) {}
