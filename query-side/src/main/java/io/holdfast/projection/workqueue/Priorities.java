package io.holdfast.projection.workqueue;

import io.holdfast.query.BrowseQueue.Priority;
import io.holdfast.shipment.SelectionBasis;
import io.holdfast.targeting.Screening;
import org.jspecify.annotations.Nullable;

/**
 * The priority of a case: a sum of points that depends on its events alone, never on a clock, so that an index keeps the order.
 *
 * <p>Rules give coarse bands, not the score: officers see the priority but not what rules weigh.
 */
final class Priorities {
    /** The highest priority there is. */
    static final int MAX = 999;

    static final int REDELIVERY = 40;
    private static final int INTELLIGENCE = 50;
    private static final int MANUAL = 30;
    private static final int RANDOM = 10;
    private static final int ESCALATED = 100;
    private static final int IN_OPERATION = 25;

    private Priorities() {}

    /** Points for the grounds of selection; for rules 20, 30, 40 or 50 as the score reaches 1, 1.5, 2 or 3 thresholds. */
    static int selection(SelectionBasis basis, @Nullable Screening screening) {
        return switch (basis) {
            case INTELLIGENCE -> INTELLIGENCE;
            case MANUAL -> MANUAL;
            case RANDOM -> RANDOM;
            case RULES -> screening == null ? MANUAL : band(screening.score() / screening.threshold());
        };
    }

    private static int band(double thresholds) {
        if (thresholds >= 3) {
            return 50;
        }
        if (thresholds >= 2) {
            return 40;
        }
        return thresholds >= 1.5 ? 30 : 20;
    }

    static Priority of(int selection, boolean escalated, @Nullable String operation) {
        int escalation = escalated ? ESCALATED : 0;
        int campaign = operation == null ? 0 : IN_OPERATION;
        return new Priority(Math.min(MAX, selection + escalation + campaign), selection, escalation, campaign);
    }
}
