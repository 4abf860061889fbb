package io.holdfast.shipment.state;

import io.holdfast.actor.UserId;
import io.holdfast.shipment.ExamId;
import io.holdfast.shipment.Finding;
import io.holdfast.shipment.clock.Clocks;
import io.holdfast.shipment.declaration.Declaration;
import io.holdfast.shipment.event.ShipmentEvent;
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
 * @param assignee whose the case is; absent when it is nobody's
 * @param calledBack a redelivery brought it back and nobody has recorded on what new grounds
 * @param clocks the legal clocks that run
 * @param links with which cases it is linked
 */
public record CaseDetails(
        Declaration declaration,
        Status intake,
        Exams exams,
        Set<Finding> laboratory,
        @Nullable UserId assignee,
        boolean calledBack,
        Clocks clocks,
        Set<Link> links) {
    /** So many links there can be; more than that are better told by an operation or a tag that the cases share. */
    public static final int MOST_LINKS = 500;

    public CaseDetails {
        laboratory = Set.copyOf(laboratory);
        links = Set.copyOf(links);
    }

    public static CaseDetails opened(Declaration declaration, Status intake) {
        return new CaseDetails(declaration, intake, Exams.NONE, Set.of(), null, false, Clocks.NONE, Set.of());
    }

    public CaseDetails with(ExamId id, Exam exam) {
        return new CaseDetails(
                declaration, intake, exams.with(id, exam), laboratory, assignee, calledBack, clocks, links);
    }

    public CaseDetails withLaboratory(Finding finding) {
        var more = new HashSet<>(laboratory);
        more.add(finding);
        return new CaseDetails(declaration, intake, exams, more, assignee, calledBack, clocks, links);
    }

    public CaseDetails assignedTo(@Nullable UserId person) {
        return new CaseDetails(declaration, intake, exams, laboratory, person, calledBack, clocks, links);
    }

    public CaseDetails calledBack(boolean now) {
        return new CaseDetails(declaration, intake, exams, laboratory, assignee, now, clocks, links);
    }

    /** What the event does to the legal clocks. */
    public CaseDetails ticking(ShipmentEvent event) {
        Clocks next = clocks.after(event);
        return next.equals(clocks)
                ? this
                : new CaseDetails(declaration, intake, exams, laboratory, assignee, calledBack, next, links);
    }

    /** Whether there can be no more. */
    public boolean isFullyLinked() {
        return links.size() >= MOST_LINKS;
    }

    public CaseDetails linked(Link link) {
        var more = new HashSet<>(links);
        more.add(link);
        return new CaseDetails(declaration, intake, exams, laboratory, assignee, calledBack, clocks, more);
    }

    /** No more exams will be made. */
    public CaseDetails examined() {
        return new CaseDetails(declaration, intake, exams.closed(), laboratory, assignee, calledBack, clocks, links);
    }

    /** Released: nobody's work any more. */
    public CaseDetails closed() {
        return examined().assignedTo(null).calledBack(false);
    }
}
