package io.holdfast.command.intake;

import io.holdfast.actor.Actor;
import io.holdfast.command.intake.RefusedDeclarationException.Kind;
import io.holdfast.command.shipment.Screened;
import io.holdfast.command.shipment.ShipmentCommands;
import io.holdfast.command.shipment.domain.DifferentDeclarationException;
import io.holdfast.command.shipment.domain.NoSuchShipmentException;
import io.holdfast.command.shipment.domain.PortOutOfScopeException;
import io.holdfast.command.targeting.NoActiveRuleSetException;
import io.holdfast.runtime.axon.UnreadableEventException;
import io.holdfast.shipment.declaration.Declaration;
import io.holdfast.value.InvalidValueException;

/** Screens declarations by commands on the command bus. */
final class CommandShipments implements DeclaredShipments {
    private final ShipmentCommands commands;

    CommandShipments(ShipmentCommands commands) {
        this.commands = commands;
    }

    @Override
    public Screened declare(Declaration declaration, Actor actor) {
        try {
            return commands.screen(declaration, actor);
        } catch (DifferentDeclarationException e) {
            throw new RefusedDeclarationException(Kind.CONFLICT, "shipmentId", "is known with another declaration");
        } catch (NoSuchShipmentException e) {
            throw new RefusedDeclarationException(
                    Kind.NOT_FOUND, "shipmentId", "is no shipment that this user may declare");
        } catch (PortOutOfScopeException e) {
            throw new RefusedDeclarationException(Kind.OUT_OF_SCOPE, "port", "is not among the ports of this user");
        } catch (InvalidValueException e) {
            throw new RefusedDeclarationException(Kind.INVALID, e.name(), e.reason());
        } catch (UnreadableEventException e) {
            throw new RefusedDeclarationException(Kind.INVALID, null, "The declaration cannot be kept as it is");
        } catch (NoActiveRuleSetException e) {
            throw e;
        } catch (RuntimeException e) {
            // Any other failure is not the row's fault, and the row may or may not be stored.
            throw new UndecidedException("It is not known whether " + declaration.shipmentId() + " was recorded", e);
        }
    }
}
