package io.holdfast.projection.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.command.shipment.domain.Histories;
import io.holdfast.projection.answer.Deliveries;
import io.holdfast.projection.answer.ProjectionLaws;
import io.holdfast.projection.answer.StateLaw;
import io.holdfast.projection.answer.StateLaw.Aspect;
import io.holdfast.projection.support.Projection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ReportingProjectionLawsTest extends ProjectionLaws {
    @Override
    protected Projection projection() {
        return new ReportingProjection(Zones.UTC);
    }

    @Override
    protected Map<Aspect, Object> said(Object document) {
        return switch (document) {
            case ReportedShipment shipment ->
                Map.of(
                        Aspect.STATUS,
                        shipment.standing().status(),
                        Aspect.HOLDS,
                        List.copyOf(shipment.standing().holds().entrySet()));
            case TimedShipment shipment ->
                Map.of(
                        Aspect.STATUS,
                        shipment.standing().status(),
                        Aspect.HOLDS,
                        List.copyOf(shipment.standing().holds().entrySet()),
                        Aspect.ASSIGNED,
                        shipment.running().containsKey("assignee"),
                        Aspect.OPEN_EXAMS,
                        shipment.running().keySet().stream()
                                .filter(key -> key.startsWith("exam "))
                                .map(key -> key.substring("exam ".length()))
                                .collect(Collectors.toCollection(TreeSet::new)));
            default -> Map.of();
        };
    }

    @Property(tries = 20)
    void as_many_shipments_stand_in_each_status_as_the_state_says(@ForAll @IntRange(min = 1, max = 1000) int seed) {
        var history = Histories.of(seed, 12, 400);
        var counted = new HashMap<Object, Long>();
        for (Object document : new Deliveries(projection())
                .deliver(Deliveries.projected(history))
                .documents()
                .get(ReportingProjection.STANDING.name())
                .values()) {
            StatusChanges changes = (StatusChanges) document;
            if (changes.port() == null && changes.period() < 10_000) { // a year, all ports together
                changes.moved().forEach((status, n) -> counted.merge(status, n, Long::sum));
            }
        }
        counted.values().removeIf(count -> count == 0);
        assertThat(counted).isEqualTo(StateLaw.byStatus(history));
    }
}
