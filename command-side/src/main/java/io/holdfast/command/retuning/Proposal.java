package io.holdfast.command.retuning;

import io.holdfast.targeting.RuleSet;

/** A proposed rule set and its explanation. */
public record Proposal(RuleSet ruleSet, Explanation explanation) {}
