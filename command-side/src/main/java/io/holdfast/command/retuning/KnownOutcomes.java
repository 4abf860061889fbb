package io.holdfast.command.retuning;

import io.holdfast.query.LabelledShipment;
import java.time.LocalDate;
import java.util.function.Consumer;

/** The outcomes of shipments, as retuning reads them. */
public interface KnownOutcomes {
    /** Passes on the examined shipments that were declared between two days, both included. */
    void examined(LocalDate from, LocalDate to, Consumer<LabelledShipment> each);

    /** Passes on every shipment that was declared between two days, both included, examined or not. */
    void all(LocalDate from, LocalDate to, Consumer<LabelledShipment> each);
}
