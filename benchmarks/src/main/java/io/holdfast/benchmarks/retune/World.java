package io.holdfast.benchmarks.retune;

import io.holdfast.command.retuning.Retuning;
import io.holdfast.shipment.SelectionBasis;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.shipment.declaration.Declaration;
import io.holdfast.targeting.RuleSet;
import java.util.List;

/** What a year is replayed against: the system itself, or its decisions in memory. */
interface World extends AutoCloseable {
    /** A shipment that was selected. */
    record Selected(ShipmentId shipment, SelectionBasis basis, double score) {}

    /** Activates the first rule set. */
    void begin(RuleSet first);

    /** Declares a week's shipments; returns those that were selected. */
    List<Selected> declare(List<Declaration> week);

    /** Examines shipments; only then does the system learn their labels. */
    void examine(List<LabelledRow> rows);

    /** Releases selected shipments that exceed the examination capacity. */
    void passOver(List<ShipmentId> shipments);

    /**
     * Fits a draft and activates it after another person has approved it; does nothing when there is too little data.
     */
    void retune(Retuning asked);

    @Override
    void close();
}
