package io.holdfast.projection.outcomes;

import java.util.Comparator;

/**
 * Identifies a rule of a version, or a pseudo rule, in parentheses, for shipments that no rule selected.
 *
 * @param version the version of the rule set; {@link #NO_RULE_SET} if none decided
 * @param rule the id of the rule, which cannot contain parentheses, or a pseudo rule
 */
record RuleKey(int version, String rule) implements Comparable<RuleKey> {
    private static final Comparator<RuleKey> NEWEST_FIRST =
            Comparator.comparingInt(RuleKey::version).reversed().thenComparing(RuleKey::rule);

    /** Stands for the version if people or an external engine decided. */
    static final int NO_RULE_SET = 0;

    /** Newest version first, then by id. */
    @Override
    public int compareTo(RuleKey other) {
        return NEWEST_FIRST.compare(this, other);
    }
}
