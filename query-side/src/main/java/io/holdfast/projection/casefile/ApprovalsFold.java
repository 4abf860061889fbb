package io.holdfast.projection.casefile;

import io.holdfast.query.BrowseQueue.PendingApproval;
import io.holdfast.query.CaseParts.*;
import io.holdfast.query.Recent;
import io.holdfast.shipment.event.ShipmentEvent;
import io.holdfast.shipment.event.ShipmentEvent.*;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Folds what needs a second person: requests to seize, demands for redelivery, and the decisions on them. */
final class ApprovalsFold {
    private static final int REQUESTS = 100;

    /** Seizure lines kept over all requests; each can be about 2 KB. */
    private static final int LINES = 400;

    private ApprovalsFold() {}

    static Recent<Seizure> seizures(Recent<Seizure> before, ShipmentEvent event, Act act) {
        return switch (event) {
            case SeizureRequested e ->
                before.plus(
                                new Seizure(e.requestId(), e.extent(), e.lines(), e.requestedBy(), act, null, null),
                                REQUESTS)
                        .within(LINES, request -> request.lines().size());
            case SeizureRejected e ->
                before.with(
                        request -> request.requestId().equals(e.requestId()),
                        request -> rejected(request, new Decision(false, e.rejectedBy(), e.reason(), act)));
            case ShipmentSeized e -> seized(before, e, act);
            default -> before;
        };
    }

    private static Seizure rejected(Seizure r, Decision decision) {
        return new Seizure(
                r.requestId(), r.extent(), r.lines(), r.requestedBy(), r.requested(), r.fpfCaseNumber(), decision);
    }

    private static Recent<Seizure> seized(Recent<Seizure> before, ShipmentSeized e, Act act) {
        boolean known =
                before.last().stream().anyMatch(request -> request.requestId().equals(e.requestId()));
        return known
                ? before.with(
                        request -> request.requestId().equals(e.requestId()),
                        request -> seizure(e, request.requested(), act))
                : before.plus(seizure(e, null, act), REQUESTS)
                        .within(LINES, request -> request.lines().size());
    }

    private static Seizure seizure(ShipmentSeized e, @Nullable Act requested, Act act) {
        return new Seizure(
                e.requestId(),
                e.extent(),
                e.lines(),
                e.requestedBy(),
                requested,
                e.fpfCaseNumber(),
                new Decision(true, e.approvedBy(), null, act));
    }

    static Recent<Redelivery> redeliveries(Recent<Redelivery> before, ShipmentEvent event, Act act) {
        return switch (event) {
            case RedeliveryDemanded e ->
                before.plus(new Redelivery(e.demandId(), e.reason(), e.demandedBy(), act, null), REQUESTS);
            case RedeliveryApproved e -> approved(before, e, new Decision(true, e.approvedBy(), null, act));
            default -> before;
        };
    }

    private static Recent<Redelivery> approved(Recent<Redelivery> before, RedeliveryApproved e, Decision decision) {
        boolean known =
                before.last().stream().anyMatch(demand -> demand.demandId().equals(e.demandId()));
        return known
                ? before.with(
                        demand -> demand.demandId().equals(e.demandId()),
                        demand -> new Redelivery(
                                demand.demandId(), demand.reason(), demand.demandedBy(), demand.demanded(), decision))
                : before.plus(new Redelivery(e.demandId(), null, e.demandedBy(), null, decision), REQUESTS);
    }

    static List<PendingApproval> pending(Recent<Seizure> seizures, Recent<Redelivery> redeliveries) {
        return Stream.concat(
                        seizures.last().stream().flatMap(ApprovalsFold::pending),
                        redeliveries.last().stream().flatMap(ApprovalsFold::pending))
                .toList();
    }

    private static Stream<PendingApproval> pending(Seizure request) {
        Act requested = request.requested();
        return request.decision() != null || requested == null
                ? Stream.empty()
                : Stream.of(new PendingApproval(
                        PendingApproval.Kind.SEIZURE,
                        request.requestId().value(),
                        request.requestedBy(),
                        requested.at()));
    }

    private static Stream<PendingApproval> pending(Redelivery demand) {
        Act demanded = demand.demanded();
        return demand.decision() != null || demanded == null
                ? Stream.empty()
                : Stream.of(new PendingApproval(
                        PendingApproval.Kind.REDELIVERY,
                        demand.demandId().value(),
                        demand.demandedBy(),
                        demanded.at()));
    }
}
