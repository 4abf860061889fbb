package io.holdfast.projection.reporting;

import io.holdfast.shipment.SelectionBasis;
import io.holdfast.shipment.declaration.Declaration;
import io.holdfast.shipment.event.ShipmentEvent.ShipmentTargeted;
import io.holdfast.targeting.Screening;
import org.jspecify.annotations.Nullable;

/**
 * A group of like shipments, whose exams units should decide alike.
 *
 * @param chapter the first two digits of the HS code
 * @param band the basis of selection: MANUAL, INTELLIGENCE, RANDOM, NONE, or RULES with a digit from 1 to 4 as the
 *     score reaches 1, 1.5, 2 or 3 times the threshold
 */
public record ComparisonGroup(String chapter, String band) {
    private static final String NOT_SELECTED = "NONE";

    static ComparisonGroup of(Declaration declaration) {
        return new ComparisonGroup(declaration.hs6().value().substring(0, 2), NOT_SELECTED);
    }

    ComparisonGroup selected(ShipmentTargeted e) {
        return new ComparisonGroup(chapter, band(e.basis(), e.screening()));
    }

    private static String band(SelectionBasis basis, @Nullable Screening screening) {
        return basis == SelectionBasis.RULES && screening != null
                ? basis.name() + level(screening.score() / screening.threshold())
                : basis.name();
    }

    private static int level(double thresholds) {
        if (thresholds >= 3) {
            return 4;
        }
        if (thresholds >= 2) {
            return 3;
        }
        return thresholds >= 1.5 ? 2 : 1;
    }
}
