package io.holdfast.targeting;

import io.holdfast.value.Check;
import io.holdfast.value.InvalidValueException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A rule set selects shipments: rules, risk profiles, a threshold and a random share.
 *
 * @param name the name given by targeting people
 * @param rules at most {@value #MAX_RULES}
 * @param profiles at most {@value #MAX_PROFILES}, with at most {@value #MAX_CELLS} cells in total, whose values have at
 *     most {@value #MAX_TEXT} characters in total; ids are unique across rules and profiles
 * @param capacity how many exams ports can do; has no effect on selection or release
 * @param threshold a shipment with this score or more is selected
 * @param randomShare the share (0 to 1) of the other shipments to select at random, so that feedback also covers what
 *     no rule selects
 * @param seed makes random selection repeatable: the choice depends only on the seed and the shipment
 */
public record RuleSet(
        String name,
        List<Rule> rules,
        List<RiskProfile> profiles,
        ExamCapacity capacity,
        double threshold,
        double randomShare,
        long seed) {
    /** The maximum number of rules in a set. */
    public static final int MAX_RULES = 500;
    /** The maximum number of profiles in a set. */
    public static final int MAX_PROFILES = 12;
    /** The maximum number of cells in all profiles together. */
    public static final int MAX_CELLS = 60_000;
    /**
     * The maximum length of all cell values together, in characters: a rule set is stored in one event, and the size of
     * an event is limited.
     */
    public static final int MAX_TEXT = 1_500_000;

    /**
     * @throws InvalidValueException if the name is missing, an id is used twice, a maximum is exceeded, the threshold
     *     is not positive or the random share is outside 0 to 1
     */
    public RuleSet {
        name = Check.line(name, "name", 120);
        rules = Check.atMost(rules, "rules", MAX_RULES);
        if (rules.stream().map(Rule::id).distinct().count() < rules.size()) {
            throw new InvalidValueException("rules", "must have ids that differ");
        }
        profiles = checked(profiles, rules);
        capacity = capacity == null ? ExamCapacity.UNLIMITED : capacity;
        if (!(threshold > 0 && threshold <= 1_000_000)) {
            throw new InvalidValueException("threshold", "must be more than 0 and at most 1000000");
        }
        if (!(randomShare >= 0 && randomShare <= 1)) {
            throw new InvalidValueException("randomShare", "must be between 0 and 1");
        }
    }

    /** A rule set without profiles and without capacity limits. */
    public RuleSet(String name, List<Rule> rules, double threshold, double randomShare, long seed) {
        this(name, rules, List.of(), ExamCapacity.UNLIMITED, threshold, randomShare, seed);
    }

    private static List<RiskProfile> checked(@Nullable List<RiskProfile> given, List<Rule> rules) {
        List<RiskProfile> profiles = Check.atMost(given, "profiles", MAX_PROFILES);
        long ids = Stream.concat(rules.stream().map(Rule::id), profiles.stream().map(RiskProfile::id))
                .distinct()
                .count();
        if (ids < rules.size() + profiles.size()) {
            throw new InvalidValueException(
                    "profiles", "must have ids that differ from one another and from those of rules");
        }
        int cells =
                profiles.stream().mapToInt(profile -> profile.cells().size()).sum();
        if (cells > MAX_CELLS) {
            throw new InvalidValueException(
                    "profiles", "must have at most " + MAX_CELLS + " cells together, have " + cells);
        }
        long text = profiles.stream().mapToLong(RuleSet::text).sum();
        if (text > MAX_TEXT) {
            throw new InvalidValueException(
                    "profiles", "must have at most " + MAX_TEXT + " characters of values together, have " + text);
        }
        return profiles;
    }

    private static long text(RiskProfile profile) {
        long text = 0;
        for (RiskProfile.Cell cell : profile.cells()) {
            for (String value : cell.values()) {
                text += value.length();
            }
        }
        return text;
    }
}
