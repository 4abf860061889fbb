package io.holdfast.projection.audittrail;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.command.shipment.domain.Histories;
import io.holdfast.projection.answer.Deliveries;
import io.holdfast.projection.answer.ProjectionLaws;
import io.holdfast.projection.answer.StateLaw.Aspect;
import io.holdfast.projection.support.Projection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class AuditTrailProjectionLawsTest extends ProjectionLaws {
    @Override
    protected Projection projection() {
        return new AuditTrailProjection();
    }

    @Override
    protected Map<Aspect, Object> said(Object document) {
        if (!(document instanceof KnownShipment known)) {
            return Map.of();
        }
        return Map.of(
                Aspect.STATUS,
                known.standing().status(),
                Aspect.HOLDS,
                List.copyOf(known.standing().holds().entrySet()),
                Aspect.CLOCKS,
                known.clocks().running(),
                Aspect.ASSIGNEE,
                known.traits().getOrDefault("assignee", ""),
                Aspect.OPEN_EXAMS,
                known.traits().entrySet().stream()
                        .filter(trait -> Set.of("ORDERED", "STARTED").contains(trait.getValue()))
                        .map(trait -> trait.getKey().replace("exams.", ""))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Property(tries = 40)
    void an_entry_that_was_written_is_never_removed_or_changed(
            @ForAll @IntRange(min = 1, max = 1000) int seed, @ForAll @IntRange(min = 1, max = 199) int middle) {
        var events = Deliveries.projected(Histories.of(seed, 6, 200));
        var deliveries = new Deliveries(projection()).deliver(events.subList(0, middle));
        Map<String, Object> early = deliveries.documents().get("entries");
        assertThat(early).hasSize(middle);
        Map<String, Object> late = deliveries
                .deliver(events.subList(middle, events.size()))
                .documents()
                .get("entries");
        assertThat(late).hasSize(events.size()).containsAllEntriesOf(early);
        assertThat(List.copyOf(late.keySet())).isSorted();
    }
}
