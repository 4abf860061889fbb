package io.holdfast.projection.workqueue.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.command.shipment.domain.Histories;
import io.holdfast.projection.answer.Deliveries;
import io.holdfast.projection.answer.mongo.RoundTrips;
import io.holdfast.projection.workqueue.QueueCase;
import io.holdfast.projection.workqueue.WorkQueueProjection;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class QueueCaseMappingTest {
    private final QueueCaseMapping mapping = new QueueCaseMapping();

    @Test
    void a_case_comes_back_as_it_was_written() {
        RoundTrips.check(new WorkQueueProjection(), mapping);
    }

    @Test
    void only_open_cases_have_fields_that_are_indexed() {
        var deliveries =
                new Deliveries(new WorkQueueProjection()).deliver(Deliveries.projected(Histories.of(3, 60, 3000)));
        int closed = 0;
        for (Object document : deliveries.documents().get("cases").values()) {
            var c = (QueueCase) document;
            boolean open = !c.queues().isEmpty();
            closed += open ? 0 : 1;
            assertThat(mapping.toDocument(c).keySet().size() > 1).isEqualTo(open);
        }
        assertThat(closed).isPositive();
    }
}
