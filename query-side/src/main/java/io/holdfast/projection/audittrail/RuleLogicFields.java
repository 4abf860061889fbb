package io.holdfast.projection.audittrail;

import java.util.regex.Pattern;

/**
 * Decides which fields of an event reveal how rules decide; only targeting analysts and auditors see those. For
 * screenings, simulations and rule sets this is an allow list, so a new field is hidden by default.
 */
final class RuleLogicFields {
    private static final Pattern ABOUT_RULES = Pattern.compile("(screening|ruleSet|result)\\..*|grounds");
    private static final Pattern OPEN = Pattern.compile(
            "screening\\.ruleSet\\..*|screening\\.fired\\[\\d+]\\.instruction|ruleSet\\.name|ruleSet\\.(rules|profiles)\\[\\d+]\\.id");
    private static final Pattern ELSEWHERE =
            Pattern.compile("ruleSet\\.(rules|profiles)\\[\\d+]\\.(description|condition|instruction)");

    private RuleLogicFields() {}

    /** Whether the field is hidden from callers who only work with the results of rules. */
    static boolean contains(String path) {
        return ABOUT_RULES.matcher(path).matches() && !OPEN.matcher(path).matches();
    }

    /**
     * Whether the field is left out of entries: the texts of a version never change and are stored under its number and
     * hash.
     */
    static boolean keptElsewhere(String path) {
        return ELSEWHERE.matcher(path).matches();
    }
}
