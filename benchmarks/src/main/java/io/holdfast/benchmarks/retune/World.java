package io.holdfast.benchmarks.retune;

import io.holdfast.command.retuning.Retuning;
import io.holdfast.shipment.SelectionBasis;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.shipment.declaration.Declaration;
import io.holdfast.targeting.RuleSet;
import java.util.List;

/** Where a year is replayed: the system itself, or its decisions in memory. */
interface World extends AutoCloseable {
    /** A shipment that was selected. */
    record Selected(ShipmentId shipment, SelectionBasis basis, double score) {}

    /** Lets a rule set decide from the first day on. */
    void begin(RuleSet first);

    /** Declares a week's shipments and tells which of them were selected. */
    List<Selected> declare(List<Declaration> week);

    /** Examines; this is where the system learns what is true of a shipment. */
    void examine(List<LabelledRow> rows);

    /** Releases selected shipments for which no examination was left. */
    void passOver(List<ShipmentId> shipments);

    /** Fits a draft and lets it decide, after another person approved it; nothing happens when too little is known. */
    void retune(Retuning asked);

    @Override
    void close();
}
