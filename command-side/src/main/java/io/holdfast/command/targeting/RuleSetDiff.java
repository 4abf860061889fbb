package io.holdfast.command.targeting;

import io.holdfast.targeting.ExamCapacity;
import io.holdfast.targeting.RiskProfile;
import io.holdfast.targeting.Rule;
import io.holdfast.targeting.RuleId;
import io.holdfast.targeting.RuleSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The differences between two rule sets. Whatever is equal is left out.
 *
 * @param name both names, when they differ
 * @param threshold both thresholds, when they differ
 * @param randomShare both shares, when they differ
 * @param seedChanged whether the random draw changes; the seeds themselves are never shown
 * @param capacity both capacities, when they differ
 * @param rules the rules that were added, removed or changed
 * @param profiles the profiles that were added, removed or changed
 */
public record RuleSetDiff(
        @Nullable Change<String> name,
        @Nullable Change<Double> threshold,
        @Nullable Change<Double> randomShare,
        boolean seedChanged,
        @Nullable Change<ExamCapacity> capacity,
        List<RuleChange> rules,
        List<ProfileChange> profiles) {
    private static final int CELLS_SHOWN = 20;

    /** The value on either side; null on a side that does not have it. */
    public record Change<T>(@Nullable T from, @Nullable T to) {}

    /** A rule that exists on one side only, or differs. */
    public record RuleChange(
            RuleId id, @Nullable Rule from, @Nullable Rule to) {}

    /**
     * A profile that exists on one side only, or differs.
     *
     * @param cellsAdded the number of combinations that only the later one has
     * @param cellsRemoved the number of combinations that only the earlier one has
     * @param cellsChanged the number of combinations with other values
     * @param most the combinations whose contribution changed most, at most {@value #CELLS_SHOWN}
     */
    public record ProfileChange(
            RuleId id,
            @Nullable Settings from,
            @Nullable Settings to,
            int cellsAdded,
            int cellsRemoved,
            int cellsChanged,
            List<CellChange> most) {}

    /** A profile without its cells. */
    public record Settings(
            String description,
            List<String> fields,
            double weight,
            double baseRate,
            double smoothing,
            String fittedOn) {}

    /** The contribution of a combination on either side; 0 where it is unknown. */
    public record CellChange(List<String> values, double from, double to) {}

    /** The changes from one rule set to the other. */
    public static RuleSetDiff between(RuleSet from, RuleSet to) {
        return new RuleSetDiff(
                change(from.name(), to.name()),
                change(from.threshold(), to.threshold()),
                change(from.randomShare(), to.randomShare()),
                from.seed() != to.seed(),
                change(from.capacity(), to.capacity()),
                changed(from.rules(), to.rules(), Rule::id, (id, a, b) -> new RuleChange(id, a, b)),
                changed(from.profiles(), to.profiles(), RiskProfile::id, RuleSetDiff::profile));
    }

    private static <T> @Nullable Change<T> change(T from, T to) {
        return from.equals(to) ? null : new Change<>(from, to);
    }

    private interface Compare<T, C> {
        C compare(RuleId id, @Nullable T from, @Nullable T to);
    }

    private static <T, C> List<C> changed(List<T> from, List<T> to, Function<T, RuleId> id, Compare<T, C> compare) {
        var before = byKey(from, id);
        var after = byKey(to, id);
        var ids = new ArrayList<>(after.keySet());
        before.keySet().stream().filter(known -> !after.containsKey(known)).forEach(ids::add);
        return ids.stream()
                .filter(known -> !Objects.equals(before.get(known), after.get(known)))
                .map(known -> compare.compare(known, before.get(known), after.get(known)))
                .toList();
    }

    private static ProfileChange profile(RuleId id, @Nullable RiskProfile from, @Nullable RiskProfile to) {
        Map<List<String>, RiskProfile.Cell> before = cells(from);
        Map<List<String>, RiskProfile.Cell> after = cells(to);
        List<CellChange> all = changedCells(from, before, to, after);
        int added = (int) after.keySet().stream()
                .filter(values -> !before.containsKey(values))
                .count();
        int removed = (int) before.keySet().stream()
                .filter(values -> !after.containsKey(values))
                .count();
        int changed = (int) after.values().stream()
                .filter(cell -> before.containsKey(cell.values()) && !cell.equals(before.get(cell.values())))
                .count();
        List<CellChange> most = all.stream()
                .sorted(Comparator.comparingDouble((CellChange cell) -> Math.abs(cell.to() - cell.from()))
                        .reversed())
                .limit(CELLS_SHOWN)
                .toList();
        return new ProfileChange(id, settings(from), settings(to), added, removed, changed, most);
    }

    private static List<CellChange> changedCells(
            @Nullable RiskProfile from,
            Map<List<String>, RiskProfile.Cell> before,
            @Nullable RiskProfile to,
            Map<List<String>, RiskProfile.Cell> after) {
        var all = new LinkedHashMap<List<String>, CellChange>();
        after.keySet().forEach(values -> all.put(values, cell(values, from, before, to, after)));
        before.keySet().forEach(values -> all.putIfAbsent(values, cell(values, from, before, to, after)));
        return all.values().stream().filter(cell -> cell.from() != cell.to()).toList();
    }

    private static CellChange cell(
            List<String> values,
            @Nullable RiskProfile from,
            Map<List<String>, RiskProfile.Cell> before,
            @Nullable RiskProfile to,
            Map<List<String>, RiskProfile.Cell> after) {
        double one = from == null ? 0 : from.contribution(before.get(values));
        double other = to == null ? 0 : to.contribution(after.get(values));
        return new CellChange(values, one, other);
    }

    private static @Nullable Settings settings(@Nullable RiskProfile p) {
        return p == null
                ? null
                : new Settings(
                        p.description(),
                        p.fields(),
                        p.weight(),
                        p.baseRate(),
                        p.smoothing(),
                        p.fittedOn().toString());
    }

    private static Map<List<String>, RiskProfile.Cell> cells(@Nullable RiskProfile profile) {
        return profile == null ? Map.of() : byKey(profile.cells(), RiskProfile.Cell::values);
    }

    private static <K, T> Map<K, T> byKey(List<T> list, Function<T, K> key) {
        var map = new LinkedHashMap<K, T>();
        list.forEach(element -> map.put(key.apply(element), element));
        return map;
    }
}
