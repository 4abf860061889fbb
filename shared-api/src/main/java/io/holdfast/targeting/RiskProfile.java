package io.holdfast.targeting;

import io.holdfast.value.Check;
import io.holdfast.value.InvalidValueException;
import io.holdfast.value.Text;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A risk profile: a table of how often exams found something, by combinations of one to three declared facts. It is a
 * plain table that people can read. A shipment's combination of facts adds the {@link #contribution} to its score.
 *
 * @param id the same in every version, so that feedback can compare versions
 * @param description why the profile exists, for targeting people
 * @param fields one to three names from {@link ProfileFieldNames}, without repetition
 * @param weight factor for the evidence in the table, -1000 to 1000
 * @param baseRate the hit rate assumed where the table has no data; greater than 0 and less than 1
 * @param smoothing how many imaginary exams at the base rate are added to each cell; more than 0, at most 1,000,000
 * @param fittedOn the day on which it was fitted
 * @param cells at most {@value #MAX_CELLS}, sorted by their values, without repeated combinations
 */
public record RiskProfile(
        RuleId id,
        String description,
        List<String> fields,
        double weight,
        double baseRate,
        double smoothing,
        LocalDate fittedOn,
        List<Cell> cells) {
    /** The maximum number of cells in a profile. */
    public static final int MAX_CELLS = 20_000;
    /** The maximum number of fields in a profile. */
    public static final int MAX_FIELDS = 3;

    private static final Comparator<List<String>> IN_ORDER = RiskProfile::compare;

    /**
     * What exams of one combination of values found.
     *
     * @param values the values of the fields, in their order; empty for what was not declared
     * @param examined the number of shipments examined
     * @param positive how many of these had a positive finding
     */
    public record Cell(List<String> values, int examined, int positive) {
        private static final int MAX_VALUE = 200;

        /** @throws InvalidValueException for no or more than three values, or more positive than examined */
        public Cell {
            values = Check.notEmpty(values, "cell.values", MAX_FIELDS).stream()
                    .map(value -> value.isEmpty() ? value : Check.line(value, "cell.values", MAX_VALUE))
                    .toList();
            if (positive < 0 || examined < positive) {
                throw new InvalidValueException("cell.positive", "must be between 0 and the number examined");
            }
        }
    }

    /** @throws InvalidValueException for a missing part, a number outside of its bounds, or cells that repeat a combination */
    public RiskProfile {
        Check.present(id, "profile.id");
        description = Check.text(description, "profile.description", 500);
        fields = Check.notEmpty(fields, "profile.fields", MAX_FIELDS).stream()
                .map(Text::line)
                .toList();
        fields.forEach(ProfileFieldNames::check);
        Check.differ(fields.stream().distinct().count() == fields.size(), "profile.fields");
        within(Math.abs(weight) <= 1000, "profile.weight", "must be a number between -1000 and 1000");
        within(baseRate > 0 && baseRate < 1, "profile.baseRate", "must be more than 0 and less than 1");
        within(smoothing > 0 && smoothing <= 1_000_000, "profile.smoothing", "must be more than 0 and at most 1000000");
        Check.present(fittedOn, "profile.fittedOn");
        cells = inOrder(cells, fields.size());
    }

    /** The smoothed hit rate of a cell, {@code (positive + smoothing * baseRate) / (examined + smoothing)}: never 0 or 1. */
    public double hitRate(Cell cell) {
        return (cell.positive() + smoothing * baseRate) / (cell.examined() + smoothing);
    }

    /**
     * What a combination adds to the score: {@code weight * (logit(hitRate) - logit(baseRate))}; 0 if the table has no
     * cell for it.
     */
    public double contribution(@Nullable Cell cell) {
        return cell == null ? 0 : weight * (logit(hitRate(cell)) - logit(baseRate));
    }

    private static double logit(double rate) {
        return Math.log(rate / (1 - rate));
    }

    private static void within(boolean holds, String name, String otherwise) {
        if (!holds) {
            throw new InvalidValueException(name, otherwise);
        }
    }

    private static List<Cell> inOrder(@Nullable Collection<Cell> cells, int fields) {
        List<Cell> given = Check.atMost(cells, "profile.cells", MAX_CELLS);
        var seen = new TreeMap<List<String>, Cell>(IN_ORDER);
        for (Cell cell : given) {
            if (cell.values().size() != fields) {
                throw new InvalidValueException("profile.cells", "must have one value for each field");
            }
            Check.differ(seen.putIfAbsent(cell.values(), cell) == null, "profile.cells");
        }
        return List.copyOf(seen.values());
    }

    private static int compare(List<String> one, List<String> other) {
        for (int i = 0; i < one.size(); i++) {
            int order = one.get(i).compareTo(other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
