package io.holdfast.command.intake;

import io.holdfast.shipment.ShipmentId;
import io.holdfast.shipment.declaration.Declaration;
import org.jspecify.annotations.Nullable;

/** A row as it was read; the thread that decides on the row parses it. */
public interface RawRow {
    /** The line on which it starts in the request, from 1. */
    long line();

    /** Its length, in characters or bytes: its weight while it is in flight. */
    int characters();

    /** @throws RefusedDeclarationException when the row is not a valid declaration */
    Declaration declaration();

    /** The shipment that an invalid row still names; null when it names none. */
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
