package io.holdfast.projection.answer.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.actor.PortScope;
import io.holdfast.actor.UserId;
import io.holdfast.command.shipment.domain.Histories;
import io.holdfast.projection.answer.Deliveries;
import io.holdfast.projection.workqueue.QueueCase;
import io.holdfast.projection.workqueue.QueueCases;
import io.holdfast.projection.workqueue.QueueCases.Wanted;
import io.holdfast.projection.workqueue.WorkQueueProjection;
import io.holdfast.projection.workqueue.mongo.StoredQueueCases;
import io.holdfast.query.BrowseQueue.Sort;
import io.holdfast.query.QueueFilter;
import io.holdfast.query.QueueFilter.Assignee;
import io.holdfast.query.QueueName;
import io.holdfast.shipment.state.Status;
import io.holdfast.value.PortCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A list, its count and its stream contain the same cases, whatever the filter. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WatchedAsListedTest {
    private static final UserId ANN = new UserId("ann");
    private static final Instant LATER = Histories.START.plusSeconds(3_000_000);
    private static final int HOURS = 700;

    @Test
    void lists_counts_and_streams_agree_on_every_queue_and_filter() {
        var deliveries =
                new Deliveries(new WorkQueueProjection()).deliver(Deliveries.projected(Histories.of(91, 700, 10_500)));
        List<QueueCase> all = deliveries.documents().get("cases").values().stream()
                .map(QueueCase.class::cast)
                .toList();
        long hits = 0;
        try (var stored = new StoredDocuments(deliveries, StoredQueueCases.mapping())) {
            QueueCases queues = StoredQueueCases.of(stored);
            for (Wanted wanted : questions()) {
                var shown = all.stream()
                        .filter(wanted::includes)
                        .map(c -> c.shipmentId().value())
                        .sorted()
                        .toList();
                for (Sort sort : Sort.values()) {
                    assertThat(queues.find(wanted, sort, null, 1000))
                            .as("%s", wanted)
                            .extracting(filed -> filed.content().shipmentId().value())
                            .containsExactlyInAnyOrderElementsOf(shown);
                }
                assertThat(queues.count(wanted, 1000)).as("%s", wanted).isEqualTo(shown.size());
                assertThat(queues.count(wanted, 3)).as("%s", wanted).isEqualTo(Math.min(3, shown.size()));
                hits += shown.size();
            }
            assertThat(hits).isGreaterThan(10_000);
        }
    }

    private static List<Wanted> questions() {
        List<PortScope> scopes = List.of(
                PortScope.all(),
                PortScope.only(new PortCode("2704")),
                PortScope.only(new PortCode("2704"), new PortCode("5301")),
                PortScope.only());
        var statuses = new ArrayList<Status>(Arrays.asList(Status.values()));
        statuses.add(null);
        // In the histories cases are snoozed for a while: at the first moment nearly all are, at the last none is.
        Instant[] moments = {Histories.START, LATER};
        var questions = new ArrayList<Wanted>();
        for (QueueName queue : QueueName.values()) {
            for (PortScope scope : scopes) {
                for (Status status : statuses) {
                    for (Assignee whose : new Assignee[] {null, new Assignee(null), new Assignee(ANN)}) {
                        var filter = QueueFilter.AWAKE.of(status).of(whose);
                        for (Instant moment : moments) {
                            questions.add(new Wanted(queue, ANN, scope, filter, moment));
                        }
                        questions.add(new Wanted(queue, ANN, scope, filter.andSnoozed(), LATER));
                        questions.add(new Wanted(
                                queue, ANN, scope, filter.andSnoozed().from(40), LATER));
                        questions.add(new Wanted(queue, ANN, scope, filter.at(new PortCode("2704")), LATER));
                        questions.add(new Wanted(queue, ANN, scope, filter.waiting(HOURS), LATER));
                        questions.add(new Wanted(
                                queue, ANN, scope, filter.waiting(HOURS).from(40), LATER));
                    }
                }
            }
        }
        return questions;
    }
}
