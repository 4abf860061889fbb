package io.holdfast.projection.casefile.web;

import io.holdfast.query.CaseFile;
import io.holdfast.query.CaseParts.Hold;
import io.holdfast.shipment.HoldType;
import io.holdfast.shipment.SelectionBasis;
import io.holdfast.shipment.state.Status;
import java.util.List;

/** Decides which cases are sensitive: those where it matters most who has read them. */
final class Sensitivity {
    private Sensitivity() {}

    /** Whether goods were seized, or intelligence led to a selection or a hold. */
    static boolean isSensitive(CaseFile file) {
        return file.status() == Status.SEIZED
                || file.seizures().total() > 0
                || file.selection().basis() == SelectionBasis.INTELLIGENCE
                || isHeldOnIntelligence(file.activeHolds())
                || isHeldOnIntelligence(file.pastHolds().last())
                || file.pastHolds().total() > file.pastHolds().last().size();
    }

    private static boolean isHeldOnIntelligence(List<Hold> holds) {
        return holds.stream().anyMatch(hold -> hold.type() == HoldType.INTELLIGENCE);
    }
}
