package io.holdfast.projection.audittrail;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.projection.answer.Deliveries;
import io.holdfast.projection.answer.ProjectionLaws;
import io.holdfast.projection.lifecycle.Walks;
import io.holdfast.projection.support.Projection;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class AuditTrailProjectionLawsTest extends ProjectionLaws {
    @Override
    protected Projection projection() {
        return new AuditTrailProjection();
    }

    @Property(tries = 20)
    void an_entry_that_was_written_is_never_removed_or_changed(
            @ForAll @IntRange(min = 1, max = 1000) int seed, @ForAll @IntRange(min = 1, max = 199) int middle) {
        var events = Deliveries.projected(Walks.of(seed, 6, 200));
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
