package io.holdfast.command.shipment.domain;

import io.holdfast.command.shipment.domain.TransitionTable.Transition;
import io.holdfast.shipment.command.ShipmentCommand;
import io.holdfast.shipment.command.ShipmentCommand.DemandRedelivery;
import io.holdfast.shipment.command.ShipmentCommand.DetainShipment;
import io.holdfast.shipment.command.ShipmentCommand.LinkCases;
import io.holdfast.shipment.command.ShipmentCommand.OfClock;
import io.holdfast.shipment.command.ShipmentCommand.OpeningCommand;
import io.holdfast.shipment.command.ShipmentCommand.ScreenShipment;
import io.holdfast.shipment.command.ShipmentCommand.TargetShipment;
import io.holdfast.shipment.declaration.Declaration;
import io.holdfast.shipment.declaration.ScreeningDecision;
import io.holdfast.shipment.event.ShipmentEvent;
import io.holdfast.shipment.event.ShipmentEvent.CasesLinked;
import io.holdfast.shipment.event.ShipmentEvent.ShipmentCleared;
import io.holdfast.shipment.event.ShipmentEvent.ShipmentTargeted;
import io.holdfast.shipment.state.CaseDetails;
import io.holdfast.shipment.state.Link;
import io.holdfast.shipment.state.ShipmentState;
import io.holdfast.shipment.state.ShipmentState.Declared;
import io.holdfast.shipment.state.ShipmentState.Released;
import io.holdfast.shipment.state.ShipmentState.Undeclared;
import io.holdfast.value.InvalidValueException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** Decides which events a command causes. Pure: the same arguments always give the same result. */
public final class Lifecycle {
    private final Policies policies;
    private final Function<Declaration, ScreeningDecision> screening;
    private final Colleagues colleagues;

    /**
     * @param screening screens a new declaration
     * @param colleagues looks up the user to whom a case is to be assigned
     */
    public Lifecycle(Policies policies, Function<Declaration, ScreeningDecision> screening, Colleagues colleagues) {
        this.policies = policies;
        this.screening = screening;
        this.colleagues = colleagues;
    }

    /**
     * The events that the command causes; empty only when a declaration is repeated. For a case of a port outside the
     * actor's scope the command is refused for the same reason as if there were no case; a command that would open the
     * case is refused with NoSuchShipmentException.
     *
     * @throws CommandRefusedException when the command is not allowed
     * @throws InvalidValueException for a value that does not fit the stage
     */
    public List<ShipmentEvent> decide(ShipmentState stage, ShipmentCommand command, Act act) {
        ShipmentState seen = seen(stage, act);
        List<ShipmentEvent> events = switch (seen) {
            case Undeclared _ -> List.of(open(opening(command), act));
            case Declared declared -> decide(declared, command, act);
        };
        if (seen != stage) {
            throw new NoSuchShipmentException(command.shipmentId());
        }
        return events;
    }

    /**
     * The events at the other end of a link; empty when the link is already known there. A case can be linked to in any
     * stage.
     *
     * @param far the stage of the case that is linked to
     * @throws NoSuchShipmentException when there is no such case in the actor's scope
     * @throws IllegalTransitionException when it has the maximum number of links
     */
    public List<ShipmentEvent> linkedBack(ShipmentState far, LinkCases command, Act act) {
        if (!(seen(far, act) instanceof Declared declared)) {
            throw new NoSuchShipmentException(command.other());
        }
        if (declared.details().links().contains(new Link(command.shipmentId(), command.relation()))) {
            return List.of();
        }
        if (declared.details().isFullyLinked()) {
            throw illegal(
                    declared,
                    command,
                    act,
                    "names " + command.other() + ", which has " + CaseDetails.MOST_LINKS + " links already");
        }
        return List.of(new CasesLinked(command.other(), command.shipmentId(), command.relation(), act.at()));
    }

    /** The stage as the actor may see it: a case of a port outside the actor's scope counts as no case. */
    public ShipmentState seen(ShipmentState stage, Act act) {
        return stage instanceof Declared declared
                        && !act.actor()
                                .scope()
                                .includes(declared.details().declaration().port())
                ? ShipmentState.NEW
                : stage;
    }

    /** Refuses a command that needs an existing case when there is none. */
    public void checkOpens(ShipmentState seen, ShipmentCommand command) {
        if (seen instanceof Undeclared) {
            opening(command);
        }
    }

    private static OpeningCommand opening(ShipmentCommand command) {
        if (command instanceof OpeningCommand opening) {
            return opening;
        }
        throw new NoSuchShipmentException(command.shipmentId());
    }

    /** Names of the commands that could be allowed now to some user, in the order of docs/lifecycle.md. */
    public List<String> allowed(ShipmentState stage, Instant now) {
        return TransitionTable.all().stream()
                .filter(transition -> !OfClock.class.isAssignableFrom(transition.command()))
                .filter(transition -> transition.allows().test(stage))
                .filter(transition -> !isTooLate(transition.command(), stage, now))
                .map(transition -> transition.command().getSimpleName())
                .toList();
    }

    private boolean isTooLate(Class<? extends ShipmentCommand> command, ShipmentState stage, Instant now) {
        if (command == DetainShipment.class) {
            return ClockDecider.isDetainedByLaw(stage, now);
        }
        return command == DemandRedelivery.class
                && stage instanceof Released r
                && policies.redelivery().isOver(r.since(), now);
    }

    private ShipmentEvent open(OpeningCommand command, Act act) {
        return switch (command) {
            case ScreenShipment c -> screened(inScope(c.declaration(), act), act);
            case TargetShipment c -> targeted(c, act);
        };
    }

    private static ShipmentEvent targeted(TargetShipment c, Act act) {
        Declaration declaration = c.declaration();
        if (declaration == null) {
            throw new InvalidValueException("declaration", "is required for a new case");
        }
        return new ShipmentTargeted(c.shipmentId(), inScope(declaration, act), c.basis(), null, c.reason(), act.at());
    }

    private ShipmentEvent screened(Declaration declaration, Act act) {
        ScreeningDecision decision = screening.apply(declaration);
        return decision.basis() == null
                ? new ShipmentCleared(declaration.shipmentId(), declaration, decision.screening(), act.at())
                : new ShipmentTargeted(
                        declaration.shipmentId(), declaration, decision.basis(), decision.screening(), null, act.at());
    }

    private static Declaration inScope(Declaration declaration, Act act) {
        if (!act.actor().scope().includes(declaration.port())) {
            throw new PortOutOfScopeException(declaration.port());
        }
        return declaration;
    }

    private List<ShipmentEvent> decide(Declared stage, ShipmentCommand command, Act act) {
        if (command instanceof ScreenShipment again) {
            return repeated(stage, again, act);
        }
        Transition transition = TransitionTable.of(command.getClass());
        if (!transition.allows().test(stage)) {
            throw illegal(stage, command, act, "is allowed for " + transition.when());
        }
        var events = new ShipmentDecider(stage, act, policies, colleagues, why -> illegal(stage, command, act, why))
                .on(command);
        return new ClockStarts(policies.legal(), policies.redelivery()).following(stage, events, act.at());
    }

    private List<ShipmentEvent> repeated(Declared stage, ScreenShipment again, Act act) {
        if (!stage.details().declaration().equals(inScope(again.declaration(), act))) {
            throw new DifferentDeclarationException(again.shipmentId());
        }
        return List.of();
    }

    private IllegalTransitionException illegal(Declared stage, ShipmentCommand command, Act act, String why) {
        return new IllegalTransitionException(stage.status(), command.getClass(), why, allowed(stage, act.at()));
    }
}
