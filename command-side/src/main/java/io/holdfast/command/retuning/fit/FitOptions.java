package io.holdfast.command.retuning.fit;

import java.util.List;

/**
 * Parameters of a fit.
 *
 * @param smoothing the number of exams at the base rate that each cell of a table starts with, above 0: of several
 *     candidates, the one that predicts later days best is used
 * @param maxProfiles the most tables to choose, at least 1
 * @param maxFields the most fields of a table, 1 to 3
 * @param maxWeight the most shipments that one randomly examined shipment may stand for within a table: a single
 *     outcome that stood for two hundred would make a cell of its own. The base rate uses the full inverse propensity
 * @param maxCells the most cells of a table; those with the least evidence are left out
 * @param maxText the most characters of all texts of a table; cells are left out likewise
 * @param newest the number of newest examples on which fields are chosen; the chosen tables count all examples
 * @param capacityShare the share of the held-back examples at which the explanation reports precision
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
    /** The defaults of retuning. */
    public static final FitOptions USUAL =
            new FitOptions(List.of(2.0, 5.0, 10.0), 6, 3, 3, 9_500, 230_000, 30_000, 0.05);

    public FitOptions {
        smoothing = List.copyOf(smoothing);
    }

    /** The same options, with precision reported at another share. */
    public FitOptions at(double share) {
        return new FitOptions(smoothing, maxProfiles, maxFields, maxWeight, maxCells, maxText, newest, share);
    }
}
