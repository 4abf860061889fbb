package io.holdfast.projection.casefile;

import io.holdfast.query.CaseFile;
import io.holdfast.query.CaseParts.*;
import io.holdfast.query.Recent;
import io.holdfast.shipment.HoldId;
import io.holdfast.shipment.HoldType;
import io.holdfast.shipment.clock.Clocks;
import io.holdfast.shipment.declaration.Declaration;
import io.holdfast.shipment.event.ShipmentEvent;
import io.holdfast.shipment.state.CaseStatus;
import io.holdfast.shipment.state.Status;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Folds an event into a case file; each part is folded separately. Total: it never fails, whatever the order of events.
 */
final class CaseFold {
    /** Number of history lines that are kept. */
    static final int HISTORY = 200;

    private CaseFold() {}

    /**
     * The case file after an event.
     *
     * @param name logical name of the event
     * @param act its version, moment and actor
     * @return empty if the case is not open, because its first event has not been seen
     */
    static Optional<CaseFile> fold(@Nullable CaseFile before, ShipmentEvent event, String name, Act act) {
        return Optional.ofNullable(before)
                .or(() -> event.declared().map(declared -> blank(declared, event, act)))
                .map(file -> after(file, before == null, event, name, act));
    }

    private static CaseFile blank(Declaration declared, ShipmentEvent first, Act act) {
        return new CaseFile(
                declared.shipmentId(),
                declared.port(),
                Objects.requireNonNull(CaseStatus.NONE.after(first).status()),
                act.version(),
                act.at(),
                act.at(),
                declared,
                new Selection(null, null, List.of(), null, null, act),
                WorkFold.UNTOUCHED,
                List.of(),
                Recent.none(),
                Recent.none(),
                Recent.none(),
                List.of(),
                Recent.none(),
                CustodyFold.NONE,
                Recent.none(),
                Recent.none(),
                Recent.none(),
                Recent.none(),
                null,
                List.of(),
                DossierFold.EMPTY,
                List.of(),
                Recent.none(),
                Recent.none());
    }

    private static CaseFile after(CaseFile file, boolean first, ShipmentEvent event, String name, Act act) {
        CaseStatus standing = (first ? CaseStatus.NONE : standing(file)).after(event);
        Status status = standing.status() == null ? file.status() : standing.status();
        var holds = new HoldsFold(file.activeHolds(), file.pastHolds()).after(event, act, standing);
        var seizures = ApprovalsFold.seizures(file.seizures(), event, act);
        var redeliveries = ApprovalsFold.redeliveries(file.redeliveries(), event, act);
        Work work = WorkFold.after(file.work(), event, act);
        return new CaseFile(
                file.shipmentId(),
                file.port(),
                status,
                act.version(),
                file.openedAt(),
                act.at(),
                file.declaration(),
                SelectionFold.after(file.selection(), event, act),
                work,
                holds.active(),
                holds.past(),
                ExamsFold.exams(file.exams(), event, act),
                ExamsFold.labResults(file.labResults(), event, act),
                ApprovalsFold.pending(seizures, redeliveries),
                seizures,
                CustodyFold.after(file.custody(), event, act),
                OutcomeFold.referrals(file.referrals(), event, act),
                OutcomeFold.arrests(file.arrests(), event, act),
                OutcomeFold.releases(file.releases(), event, act),
                redeliveries,
                DetentionFold.after(file.detention(), event, act),
                new Clocks(file.clocks()).after(event).running(),
                DossierFold.after(file.dossier(), event, act),
                TimeFold.after(file.timeInStatus(), status, act.at()),
                TimeFold.assigned(file.timeWithAssignee(), file.work(), work, act.at()),
                file.history().plus(new Line(act.version(), name, act.at(), act.by()), HISTORY));
    }

    private static CaseStatus standing(CaseFile file) {
        var active = new LinkedHashMap<HoldId, HoldType>();
        file.activeHolds().forEach(hold -> active.put(hold.holdId(), hold.type()));
        return new CaseStatus(file.status(), active);
    }
}
