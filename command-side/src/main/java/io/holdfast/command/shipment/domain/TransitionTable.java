package io.holdfast.command.shipment.domain;

import io.holdfast.shipment.LegalClock;
import io.holdfast.shipment.clock.RunningClock;
import io.holdfast.shipment.command.ShipmentCommand;
import io.holdfast.shipment.command.ShipmentCommand.*;
import io.holdfast.shipment.state.Exams;
import io.holdfast.shipment.state.ShipmentState;
import io.holdfast.shipment.state.ShipmentState.Declared;
import io.holdfast.shipment.state.ShipmentState.Held;
import io.holdfast.shipment.state.ShipmentState.Inspected;
import io.holdfast.shipment.state.ShipmentState.Released;
import io.holdfast.shipment.state.ShipmentState.Seized;
import io.holdfast.shipment.state.ShipmentState.Targeted;
import io.holdfast.shipment.state.ShipmentState.Undeclared;
import io.holdfast.value.Sealed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The transition table: the stages that allow each command. docs/lifecycle.md shows it; a test keeps the two in step.
 */
final class TransitionTable {
    /**
     * @param command the command
     * @param when worded to follow "is allowed for"
     * @param allows whether a stage could allow the command to some actor
     */
    record Transition(Class<? extends ShipmentCommand> command, String when, Predicate<ShipmentState> allows) {}

    private static final Map<Class<? extends ShipmentCommand>, Transition> TABLE = new LinkedHashMap<>();

    static {
        allow(ScreenShipment.class, "a shipment without a case", s -> s instanceof Undeclared);
        allow(
                TargetShipment.class,
                "a shipment without a case, and once for a TARGETED one that a redelivery brought back",
                s -> s instanceof Undeclared
                        || s instanceof Targeted t && t.details().calledBack());
        allow(PlaceHold.class, "a TARGETED, HELD or INSPECTED shipment", TransitionTable::isWorked);
        allow(RemoveHold.class, "a shipment with an active hold", TransitionTable::hasHold);
        allow(
                OrderExam.class,
                "a HELD shipment, and an INSPECTED one with an active hold",
                s -> isWorked(s) && hasHold(s));
        allow(StartExam.class, "a shipment with an ordered exam", s -> isWorked(s) && exams(s).anyOrdered());
        allow(CompleteExam.class, "a shipment with a started exam", s -> isWorked(s) && exams(s).anyStarted());
        allow(
                WaiveExam.class,
                "a shipment with an ordered exam that was not started",
                s -> isWorked(s) && exams(s).anyOrdered());
        allow(CorrectExamResult.class, "a shipment with a completed exam", s -> exams(s).anyCompleted());
        allow(RecordLabResult.class, "a shipment of which a sample was taken", s -> exams(s).anySample());
        allow(
                RequestSeizure.class,
                "an INSPECTED shipment with a finding that supports it and no request pending",
                s -> s instanceof Inspected i && i.pending() == null && SeizureGrounds.in(i.details()));
        allow(ApproveSeizure.class, "an INSPECTED shipment with a request pending", TransitionTable::seizureIsPending);
        allow(RejectSeizure.class, "an INSPECTED shipment with a request pending", TransitionTable::seizureIsPending);
        allow(TransferCustody.class, "a SEIZED shipment whose goods are kept", TransitionTable::keepsGoods);
        allow(ReferForProsecution.class, "a SEIZED shipment", s -> s instanceof Seized);
        allow(RecordArrest.class, "a SEIZED shipment", s -> s instanceof Seized);
        allow(
                ForfeitGoods.class,
                "a SEIZED shipment whose goods are kept and not forfeited",
                s -> keepsGoods(s) && !((Seized) s).custody().forfeited());
        allow(DestroyGoods.class, "a SEIZED shipment whose goods are kept", TransitionTable::keepsGoods);
        allow(RemitGoods.class, "a SEIZED shipment whose goods are kept", TransitionTable::keepsGoods);
        allow(
                ReleaseShipment.class,
                "a TARGETED or INSPECTED shipment without an active hold and without a request to seize it,"
                        + " and for what a partial seizure left once no hold is active",
                TransitionTable::mayGo);
        allow(
                DemandRedelivery.class,
                "a RELEASED shipment within the redelivery period and no demand pending",
                s -> s instanceof Released r && r.pending() == null);
        allow(
                ApproveRedelivery.class,
                "a RELEASED shipment with a demand pending",
                s -> s instanceof Released r && r.pending() != null);
        allow(Claim.class, "an open case", TransitionTable::isOpen);
        allow(ReturnToQueue.class, "an open case that is assigned", s -> isOpen(s) && isAssigned(s));
        allow(Reassign.class, "an open case", TransitionTable::isOpen);
        allow(Escalate.class, "an open case", TransitionTable::isOpen);
        allow(Snooze.class, "an open case", TransitionTable::isOpen);
        allow(AddNote.class, "an open case", TransitionTable::isOpen);
        allow(AttachEvidence.class, "an open case", TransitionTable::isOpen);
        allow(Tag.class, "an open case", TransitionTable::isOpen);
        allow(LinkCases.class, "an open case", TransitionTable::isOpen);
        allow(AssignOperation.class, "an open case", TransitionTable::isOpen);
        allow(
                DetainShipment.class,
                "a shipment whose goods were presented for examination, while there is time to decide on detention",
                s -> anyClock(s, clock -> clock.clock() == LegalClock.DETENTION_DECISION && !clock.breached()));
        allow(
                IssueDetentionNotice.class,
                "a detained shipment of which no notice was given",
                s -> anyClock(s, clock -> clock.clock() == LegalClock.DETENTION_NOTICE));
        allow(
                WarnOfClock.class,
                "a legal clock of which nobody was warned; by the system only",
                s -> anyClock(s, clock -> clock.state() == RunningClock.State.RUNNING));
        allow(
                RecordClockBreach.class,
                "a legal clock that is not recorded as over; by the system only",
                s -> anyClock(s, clock -> !clock.breached()));
        allow(
                EscalateClockBreach.class,
                "an open case with a legal clock that is over and was not escalated since; by the system only",
                s -> isOpen(s) && anyClock(s, RunningClock::escalationDue));
        Sealed.kindsOf(ShipmentCommand.class).forEach(TransitionTable::of);
    }

    private TransitionTable() {}

    private static void allow(Class<? extends ShipmentCommand> command, String when, Predicate<ShipmentState> stages) {
        TABLE.put(command, new Transition(command, when, stages));
    }

    static List<Transition> all() {
        return List.copyOf(TABLE.values());
    }

    /** The row of a command; every command has one, or the table does not load. */
    static Transition of(Class<? extends ShipmentCommand> command) {
        Transition row = TABLE.get(command);
        if (row == null) {
            throw new IllegalStateException(command.getSimpleName() + " has no row");
        }
        return row;
    }

    /** The case is being worked: neither released nor otherwise decided. */
    private static boolean isWorked(ShipmentState s) {
        return s instanceof Targeted || s instanceof Held || s instanceof Inspected;
    }

    /** A released case counts as open while a demand for redelivery is pending. */
    private static boolean isOpen(ShipmentState s) {
        return s instanceof Declared && !(s instanceof Released r && r.pending() == null);
    }

    private static boolean hasHold(ShipmentState s) {
        return s instanceof Declared d && !d.holds().isEmpty();
    }

    private static Exams exams(ShipmentState s) {
        return s instanceof Declared d ? d.details().exams() : Exams.NONE;
    }

    private static boolean anyClock(ShipmentState s, Predicate<RunningClock> which) {
        return s instanceof Declared d
                && d.details().clocks().running().stream().anyMatch(which);
    }

    private static boolean isAssigned(ShipmentState s) {
        return s instanceof Declared d && d.details().assignee() != null;
    }

    private static boolean seizureIsPending(ShipmentState s) {
        return s instanceof Inspected i && i.pending() != null;
    }

    private static boolean keepsGoods(ShipmentState s) {
        return s instanceof Seized seized && seized.custody().keepsGoods();
    }

    private static boolean mayGo(ShipmentState s) {
        return switch (s) {
            case Targeted _ -> true;
            case Inspected i -> i.holds().isEmpty() && i.pending() == null;
            case Seized seized -> seized.holds().isEmpty() && seized.custody().hasRemainder();
            case Undeclared _, Held _, Released _ -> false;
        };
    }
}
