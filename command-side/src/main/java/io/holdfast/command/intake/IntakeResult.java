package io.holdfast.command.intake;

import io.holdfast.command.shipment.Screened;
import io.holdfast.shipment.ShipmentId;
import org.jspecify.annotations.Nullable;

/**
 * The result of one declaration.
 *
 * @param line the line on which its row starts in the request, from 1; in CSV the header is line 1
 * @param shipmentId the shipment; null when a rejected row does not name one
 * @param outcome the outcome
 * @param repeated whether the same declaration had come in before; nothing was recorded this time
 * @param version the number of events of the shipment; null for a rejected row
 * @param field the field at fault in a rejected row, as a path such as {@code netMass.amount}; null for the row as a
 *     whole
 * @param reason why a row was rejected, worded to follow the field; null otherwise
 */
public record IntakeResult(
        long line,
        @Nullable ShipmentId shipmentId,
        IntakeOutcome outcome,
        boolean repeated,
        @Nullable Long version,
        @Nullable String field,
        @Nullable String reason) {

    static IntakeResult of(long line, Screened screened) {
        return new IntakeResult(
                line,
                screened.shipmentId(),
                IntakeOutcome.of(screened.outcome()),
                screened.repeated(),
                screened.version(),
                null,
                null);
    }

    static IntakeResult rejected(long line, @Nullable ShipmentId shipmentId, RefusedDeclarationException refused) {
        return new IntakeResult(
                line, shipmentId, IntakeOutcome.REJECTED, false, null, refused.field(), refused.reason());
    }
}
