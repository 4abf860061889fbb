package io.holdfast.command.intake;

import io.holdfast.actor.Actor;
import io.holdfast.command.shipment.Screened;
import io.holdfast.shipment.declaration.Declaration;

/** The shipments, as intake sees them. */
@FunctionalInterface
interface DeclaredShipments {
    /**
     * Screens the declaration with the active rule set, once per shipment; repeating the same declaration changes
     * nothing and returns the same outcome.
     *
     * @throws RefusedDeclarationException when the shipment already exists with another declaration or at a port that
     *     is not the actor's
     * @throws UndecidedException when the outcome is unknown, or nothing could be decided; it is safe to send it again
     */
    Screened declare(Declaration declaration, Actor actor);
}
