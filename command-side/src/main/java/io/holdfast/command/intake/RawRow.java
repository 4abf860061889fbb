package io.holdfast.command.intake;

import io.holdfast.shipment.ShipmentId;
import io.holdfast.shipment.declaration.Declaration;
import org.jspecify.annotations.Nullable;

/** A row as it was read. Making a declaration of it is left to the thread that decides about it. */
public interface RawRow {
    /** Where it starts in the request, from 1. */
    long line();

    /** How much there is of it, in characters or bytes: what it weighs while it is under way. */
    int characters();

    /** @throws RefusedDeclarationException when it is none */
    Declaration declaration();

    /** The shipment that a row without a declaration still names; null when it does not. */
    @Nullable ShipmentId shipmentId();

    /** A row of which nothing can be used. */
    static RawRow refused(long line, RefusedDeclarationException refused) {
        return new RawRow() {
            @Override
            public long line() {
                return line;
            }

            @Override
            public int characters() {
                return 0;
            }

            @Override
            public Declaration declaration() {
                throw refused;
            }

            @Override
            public @Nullable ShipmentId shipmentId() {
                return null;
            }
        };
    }
}
