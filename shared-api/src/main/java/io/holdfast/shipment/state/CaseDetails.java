package io.holdfast.shipment.state;

import io.holdfast.actor.UserId;
import io.holdfast.shipment.Finding;
import io.holdfast.shipment.clock.Clocks;
import io.holdfast.shipment.declaration.Declaration;
import io.holdfast.shipment.event.ShipmentEvent;
import io.holdfast.shipment.event.ShipmentEvent.CasesLinked;
import io.holdfast.shipment.event.ShipmentEvent.LabResultRecorded;
import io.holdfast.shipment.event.ShipmentEvent.RedeliveryApproved;
import io.holdfast.shipment.event.ShipmentEvent.ShipmentTargeted;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The part of a case's state that does not depend on its status.
 *
 * @param declaration the declaration as submitted
 * @param intake the decision at intake: TARGETED, or RELEASED when it was cleared
 * @param exams every exam
 * @param laboratory the laboratory findings
 * @param assignment the assignee
 * @param calledBack whether a redelivery brought the case back and no new grounds for selection have been recorded yet
 * @param clocks the legal clocks that are running
 * @param links the links to other cases
 */
public record CaseDetails(
        Declaration declaration,
        Status intake,
        Exams exams,
        Set<Finding> laboratory,
        Assignment assignment,
        boolean calledBack,
        Clocks clocks,
        Set<Link> links) {
    /** The maximum number of links of a case; to connect more cases, a shared operation or tag is the better way. */
    public static final int MOST_LINKS = 500;

    public CaseDetails {
        laboratory = Set.copyOf(laboratory);
        links = Set.copyOf(links);
    }

    static CaseDetails opened(Declaration declaration, Status intake) {
        return new CaseDetails(
                declaration, intake, Exams.NONE, Set.of(), Assignment.NONE, false, Clocks.NONE, Set.of());
    }

    /** The assignee; null when the case is unassigned. */
    public @Nullable UserId assignee() {
        return assignment.assignee();
    }

    CaseDetails after(ShipmentEvent event) {
        return new CaseDetails(
                declaration,
                intake,
                exams.after(event),
                event instanceof LabResultRecorded e
                        ? with(laboratory, e.result().finding())
                        : laboratory,
                assignment.after(event),
                calledBackAfter(event),
                clocks.after(event),
                event instanceof CasesLinked e ? with(links, new Link(e.other(), e.relation())) : links);
    }

    private boolean calledBackAfter(ShipmentEvent event) {
        return switch (event) {
            case RedeliveryApproved _ -> true;
            case ShipmentTargeted _ -> false;
            default -> calledBack && !event.closes();
        };
    }

    /** Whether the case has the maximum number of links. */
    public boolean isFullyLinked() {
        return links.size() >= MOST_LINKS;
    }

    private static <T> Set<T> with(Set<T> before, T one) {
        var more = new HashSet<>(before);
        more.add(one);
        return more;
    }
}
