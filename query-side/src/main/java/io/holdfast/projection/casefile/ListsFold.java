package io.holdfast.projection.casefile;

import static io.holdfast.query.Recent.none;

import io.holdfast.projection.support.ReadModelCollection;
import io.holdfast.query.CaseList;
import io.holdfast.query.CaseParts.*;
import io.holdfast.query.Recent;
import io.holdfast.shipment.event.ShipmentEvent;
import io.holdfast.shipment.event.ShipmentEvent.*;
import io.holdfast.shipment.state.CaseStatus;
import io.holdfast.value.StringValue;
import io.holdfast.value.Text;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Applies an event to the lists of a case. Each item is folded by the same code as in the case file, so it looks the
 * same in both.
 */
final class ListsFold {
    private final ShipmentEvent event;
    private final Act act;
    private final ReadModelCollection<CaseItem> items;

    ListsFold(ShipmentEvent event, Act act, ReadModelCollection<CaseItem> items) {
        this.event = event;
        this.act = act;
        this.items = items;
    }

    void fold(Ongoing before, Ongoing after) {
        added();
        detained();
        changed();
        holds(before, after);
        if (!Objects.equals(before.assignment(), after.assignment())) {
            assignees(before, after);
        }
    }

    /** Adds items that no later event changes: whatever the event adds when folded into an empty case file. */
    private void added() {
        if (event instanceof ShipmentTargeted || event instanceof ShipmentCleared) {
            add(
                    CaseList.SELECTIONS,
                    SelectionFold.after(SelectionFold.NONE, event, act).withoutLogic());
        }
        if (event instanceof ExamResultCorrected e) {
            add(CaseList.CORRECTIONS, new ExamCorrection(e.examId(), e.corrected(), e.reason(), act));
        }
        addAll(CaseList.LAB_RESULTS, ExamsFold.labResults(none(), event, act));
        addAll(CaseList.REFERRALS, OutcomeFold.referrals(none(), event, act));
        addAll(CaseList.ARRESTS, OutcomeFold.arrests(none(), event, act));
        addAll(CaseList.RELEASES, OutcomeFold.releases(none(), event, act));
        var custody = CustodyFold.after(CustodyFold.NONE, event, act);
        addAll(CaseList.TRANSFERS, custody.transfers());
        addAll(CaseList.DISCREPANCIES, custody.discrepancies());
        addAll(CaseList.FORFEITURES, custody.forfeitures());
        addAll(CaseList.DESTRUCTIONS, custody.destructions());
        addAll(CaseList.REMISSIONS, custody.remissions());
        var dossier = DossierFold.after(DossierFold.EMPTY, event, act);
        addAll(CaseList.NOTES, dossier.notes());
        addAll(CaseList.EVIDENCE, dossier.evidence());
        addAll(CaseList.LINKS, dossier.links());
    }

    private void detained() {
        Detention detention = DetentionFold.after(null, event, act);
        if (detention != null && event instanceof DetentionNoticeIssued) {
            addAll(CaseList.NOTICES, detention.notices());
        } else if (detention != null) {
            add(CaseList.DETENTIONS, new Detained(detention.reason(), act));
        }
    }

    /** Changes the item that the event names. */
    private void changed() {
        switch (event) {
            case ExamOrdered e -> exam(e.examId());
            case ExamStarted e -> exam(e.examId());
            case ExamCompleted e -> exam(e.examId());
            case ExamWaived e -> exam(e.examId());
            case ExamResultCorrected e -> exam(e.examId());
            case SeizureRequested e -> seizure(e.requestId());
            case SeizureRejected e -> seizure(e.requestId());
            case ShipmentSeized e -> seizure(e.requestId());
            case RedeliveryDemanded e -> redelivery(e.demandId());
            case RedeliveryApproved e -> redelivery(e.demandId());
            case Tagged e -> tag(e.tag());
            default -> {}
        }
    }

    private void exam(StringValue id) {
        change(CaseList.EXAMS, id.value(), Exam.class, exam -> ExamsFold.exams(exam, event, act));
    }

    private void seizure(StringValue id) {
        change(CaseList.SEIZURES, id.value(), Seizure.class, request -> ApprovalsFold.seizures(request, event, act));
    }

    private void redelivery(StringValue id) {
        change(
                CaseList.REDELIVERIES,
                id.value(),
                Redelivery.class,
                demand -> ApprovalsFold.redeliveries(demand, event, act));
    }

    /** Adds a tag, unless it is already there, even in another spelling. */
    private void tag(String tag) {
        change(
                CaseList.TAGS,
                Text.key(tag),
                Tag.class,
                known -> known.total() > 0 ? known : known.plus(new Tag(tag, act), 1));
    }

    private void holds(Ongoing before, Ongoing after) {
        before.placed().forEach((hold, number) -> {
            if (!number.equals(after.placed().get(hold))) {
                change(
                        CaseList.HOLDS,
                        key(number),
                        Hold.class,
                        held -> holds(held.last()).past());
            }
        });
        if (event instanceof HoldPlaced) {
            holds(List.of()).active().forEach(hold -> change(CaseList.HOLDS, key(), Hold.class, one(hold)));
        }
    }

    /** The holds after the event, as if none of them continued. */
    private HoldsFold holds(List<Hold> before) {
        return new HoldsFold(before, none()).after(event, act, CaseStatus.NONE);
    }

    private void assignees(Ongoing before, Ongoing after) {
        if (before.assignment() != null) {
            change(
                    CaseList.ASSIGNEES,
                    key(before.assignment().act().version()),
                    TimeWithAssignee.class,
                    stay -> TimeFold.assigned(stay, before.work(), WorkFold.UNTOUCHED, act.at()));
        }
        change(
                CaseList.ASSIGNEES,
                key(),
                TimeWithAssignee.class,
                stay -> TimeFold.assigned(stay, WorkFold.UNTOUCHED, after.work(), act.at()));
    }

    private <T extends Listed> void addAll(CaseList list, Recent<T> some) {
        some.last().forEach(item -> add(list, item));
    }

    private void add(CaseList list, Listed item) {
        items.put(id(list, key()), new CaseItem(event.shipmentId(), list, act.version(), item));
    }

    /**
     * Folds the event into one item.
     *
     * @param step folds the event into a list of just this item, or into an empty list; the last item of its result is
     *     stored
     */
    private <T extends Listed> void change(CaseList list, String key, Class<T> type, UnaryOperator<Recent<T>> step) {
        items.fold(id(list, key), before -> {
            Recent<T> was = before == null ? none() : Recent.<T>none().plus(type.cast(before.item()), 1);
            List<T> is = step.apply(was).last();
            long number = before == null ? act.version() : before.number();
            return is.isEmpty() || is.equals(was.last())
                    ? Optional.empty()
                    : Optional.of(new CaseItem(event.shipmentId(), list, number, is.getLast()));
        });
    }

    private static <T> UnaryOperator<Recent<T>> one(T item) {
        return before -> before.plus(item, 1);
    }

    private String id(CaseList list, String key) {
        return event.shipmentId().value() + "/" + list + "/" + key;
    }

    private String key() {
        return key(act.version());
    }

    private static String key(long number) {
        return Long.toString(number);
    }
}
