package io.holdfast.command.automation;

import io.holdfast.actor.Actor;
import io.holdfast.command.automation.ClockBook.Page;
import io.holdfast.command.shipment.ShipmentCommands;
import io.holdfast.command.shipment.domain.CommandRefusedException;
import io.holdfast.shipment.clock.RunningClock;
import io.holdfast.shipment.command.ShipmentCommand.OfClock;
import java.time.Instant;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds clocks for which a step is due and sends the command for each, as the system. */
final class ClockTasks {
    /** Maximum number of shipments per query, so that no scan grows with the backlog. */
    static final int LIMIT = 500;

    private static final Logger LOG = LoggerFactory.getLogger(ClockTasks.class);

    /** Creates the command that takes the step. */
    interface Asked {
        OfClock about(Page page, RunningClock clock);
    }

    private final ClockBook book;
    private final ParkedClocks parking;
    private final ShipmentCommands commands;

    ClockTasks(ClockBook book, ParkedClocks parking, ShipmentCommands commands) {
        this.book = book;
        this.parking = parking;
        this.commands = commands;
    }

    /**
     * Takes a step wherever it is due; returns how many commands were accepted. A case whose command fails unexpectedly
     * is parked, so that it does not hold up the others.
     */
    int take(ClockStep step, Instant now, Asked asked) {
        int obeyed = 0;
        for (Page page : book.due(step, now, LIMIT)) {
            try {
                obeyed += take(page, step, now, asked);
            } catch (EventStoreException noFaultOfTheCase) {
                throw noFaultOfTheCase;
            } catch (RuntimeException failed) {
                parking.failed(page, step.name(), failed);
            }
        }
        return obeyed;
    }

    private int take(Page page, ClockStep step, Instant now, Asked asked) {
        int obeyed = 0;
        for (RunningClock clock : page.clocks().running()) {
            if (step.appliesTo(clock, now) && obeyed(asked.about(page, clock))) {
                obeyed++;
            }
        }
        return obeyed;
    }

    private boolean obeyed(OfClock command) {
        try {
            commands.send(command, Actor.system(), null);
            return true;
        } catch (CommandRefusedException | ConcurrencyException repeated) {
            LOG.debug("Another node was faster, or the case has moved on: {}", repeated.getMessage());
            return false;
        }
    }
}
