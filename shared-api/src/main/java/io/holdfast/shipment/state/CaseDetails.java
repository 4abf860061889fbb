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
 * What stays with a case whatever its status.
 *
 * @param declaration as it was brought in
 * @param intake what became of it when it was brought in: TARGETED, or RELEASED when it was cleared
 * @param exams every exam
 * @param laboratory what laboratories found
 * @param assignment whose the case is
 * @param calledBack a redelivery brought it back and nobody has recorded on what new grounds
 * @param clocks the legal clocks that run
 * @param links with which cases it is linked
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
    /** So many links there can be; more than that are better told by an operation or a tag that the cases share. */
    public static final int MOST_LINKS = 500;

    public CaseDetails {
        laboratory = Set.copyOf(laboratory);
        links = Set.copyOf(links);
    }

    static CaseDetails opened(Declaration declaration, Status intake) {
        return new CaseDetails(
                declaration, intake, Exams.NONE, Set.of(), Assignment.NONE, false, Clocks.NONE, Set.of());
    }

    /** Whose the case is; null when it is nobody's. */
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

    /** Whether there can be no more links. */
    public boolean isFullyLinked() {
        return links.size() >= MOST_LINKS;
    }

    private static <T> Set<T> with(Set<T> before, T one) {
        var more = new HashSet<>(before);
        more.add(one);
        return more;
    }
}
