package io.holdfast.projection.audittrail;

import java.util.regex.Pattern;

/**
 * Which facts of an event say how rules decide, so that only targeting people and auditors see them. Of a screening, of a
 * simulation and of a rule set everybody sees only what is named here; whatever is added to them is hidden at first.
 */
final class RuleLogicFields {
    private static final Pattern ABOUT_RULES = Pattern.compile("(screening|ruleSet|result)\\..*|grounds");
    private static final Pattern OPEN = Pattern.compile(
            "screening\\.ruleSet\\..*|screening\\.fired\\[\\d+]\\.instruction|ruleSet\\.name|ruleSet\\.(rules|profiles)\\[\\d+]\\.id");
    private static final Pattern ELSEWHERE =
            Pattern.compile("ruleSet\\.(rules|profiles)\\[\\d+]\\.(description|condition|instruction)");

    private RuleLogicFields() {}

    /** Whether it is hidden from those who work the rules' results. */
    static boolean contains(String path) {
        return ABOUT_RULES.matcher(path).matches() && !OPEN.matcher(path).matches();
    }

    /** Whether it is left out: the texts of a version never change and are kept under its number and hash. */
    static boolean keptElsewhere(String path) {
        return ELSEWHERE.matcher(path).matches();
    }
}
