package io.holdfast.query;

import io.holdfast.query.BrowseQueue.PendingApproval;
import io.holdfast.query.CaseParts.*;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.shipment.clock.RunningClock;
import io.holdfast.shipment.declaration.Declaration;
import io.holdfast.shipment.state.Status;
import io.holdfast.value.PortCode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Read model: the full file of one case.
 *
 * @param version the number of its events, as in its ETag
 * @param openedAt when it was first selected or cleared
 * @param lastChangeAt when its last event was decided
 * @param selection why it was last selected, or the fact that no rule selected it
 * @param activeHolds in the order in which they were placed
 * @param pendingApprovals what waits for a second person
 * @param seizures seizure requests and the decisions on them
 * @param detention the last detention of the goods; absent if they were never detained
 * @param clocks the legal clocks that are running
 * @param timeInStatus in the order of the statuses; omits statuses that the case never had
 * @param timeWithAssignee one entry for each time that somebody became the assignee
 * @param history one line per event
 */
public record CaseFile(
        ShipmentId shipmentId,
        PortCode port,
        Status status,
        long version,
        Instant openedAt,
        Instant lastChangeAt,
        Declaration declaration,
        Selection selection,
        Work work,
        List<Hold> activeHolds,
        Recent<Hold> pastHolds,
        Recent<Exam> exams,
        Recent<Lab> labResults,
        List<PendingApproval> pendingApprovals,
        Recent<Seizure> seizures,
        Custody custody,
        Recent<Referral> referrals,
        Recent<Arrest> arrests,
        Recent<Release> releases,
        Recent<Redelivery> redeliveries,
        @Nullable Detention detention,
        List<RunningClock> clocks,
        Dossier dossier,
        List<TimeInStatus> timeInStatus,
        Recent<TimeWithAssignee> timeWithAssignee,
        Recent<Line> history) {

    public CaseFile {
        activeHolds = List.copyOf(activeHolds);
        pendingApprovals = List.copyOf(pendingApprovals);
        clocks = List.copyOf(clocks);
        timeInStatus = List.copyOf(timeInStatus);
    }

    /** A copy for those who may not see the rule logic. */
    public CaseFile withoutLogic() {
        return new CaseFile(
                shipmentId,
                port,
                status,
                version,
                openedAt,
                lastChangeAt,
                declaration,
                selection.withoutLogic(),
                work,
                activeHolds,
                pastHolds,
                exams,
                labResults,
                pendingApprovals,
                seizures,
                custody,
                referrals,
                arrests,
                releases,
                redeliveries,
                detention,
                clocks,
                dossier,
                timeInStatus,
                timeWithAssignee,
                history);
    }
}
