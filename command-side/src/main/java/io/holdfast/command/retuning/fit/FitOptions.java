package io.holdfast.command.retuning.fit;

import java.util.List;

/**
 * How to fit.
 *
 * @param smoothing how many examinations at the base rate each cell of a table starts with, more than 0: of several, the
 *     number that serves later days best is taken
 * @param maxProfiles the most tables to choose, at least 1
 * @param maxFields the most fields of a table, 1 to 3
 * @param maxWeight for how many shipments one examined at random may stand within a table: a single outcome that stood for
 *     two hundred would make a cell of its own. The base rate takes the whole inverse propensity
 * @param maxCells the most cells of a table; those with the least evidence are left out
 * @param maxText the most characters of all texts of a table, likewise
 * @param newest on how many of the newest examples fields are chosen; all are counted into the chosen tables
 * @param capacityShare the share of what is held back at which the explanation tells precision
 */
public record FitOptions(
        List<Double> smoothing,
        int maxProfiles,
        int maxFields,
        double maxWeight,
        int maxCells,
        int maxText,
        int newest,
        double capacityShare) {
    /** What retuning uses unless asked otherwise. */
    public static final FitOptions USUAL =
            new FitOptions(List.of(2.0, 5.0, 10.0), 6, 3, 3, 9_500, 230_000, 30_000, 0.05);

    public FitOptions {
        smoothing = List.copyOf(smoothing);
    }

    /** The same, with precision told at another share. */
    public FitOptions at(double share) {
        return new FitOptions(smoothing, maxProfiles, maxFields, maxWeight, maxCells, maxText, newest, share);
    }
}
