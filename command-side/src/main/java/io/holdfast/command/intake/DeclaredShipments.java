package io.holdfast.command.intake;

import io.holdfast.actor.Actor;
import io.holdfast.command.shipment.Screened;
import io.holdfast.shipment.declaration.Declaration;

/** The shipments, as intake sees them. */
@FunctionalInterface
interface DeclaredShipments {
    /**
     * Lets the active rule set decide, once per shipment; the same declaration again changes nothing and gets the same outcome.
     *
     * @throws RefusedDeclarationException when another declaration, or one of a port that is not the actor's, is known under this identifier
     * @throws UndecidedException when it is not known what became of it, or nothing could be decided; asking again is safe
     */
    Screened declare(Declaration declaration, Actor actor);
}
