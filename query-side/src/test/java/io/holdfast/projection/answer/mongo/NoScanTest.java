package io.holdfast.projection.answer.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.actor.PortScope;
import io.holdfast.actor.UserId;
import io.holdfast.command.shipment.domain.Histories;
import io.holdfast.embeddedmongo.IndexStatistics;
import io.holdfast.projection.answer.Deliveries;
import io.holdfast.projection.outcomes.Outcomes;
import io.holdfast.projection.outcomes.OutcomesProjection;
import io.holdfast.projection.outcomes.mongo.StoredOutcomes;
import io.holdfast.projection.reporting.Periods;
import io.holdfast.projection.reporting.ReportSums;
import io.holdfast.projection.reporting.ReportingProjection;
import io.holdfast.projection.reporting.Zones;
import io.holdfast.projection.reporting.mongo.StoredSums;
import io.holdfast.projection.support.CollectionName;
import io.holdfast.projection.workqueue.QueueCases;
import io.holdfast.projection.workqueue.QueueCases.Wanted;
import io.holdfast.projection.workqueue.WorkQueueProjection;
import io.holdfast.projection.workqueue.mongo.StoredQueueCases;
import io.holdfast.query.BrowseQueue.Sort;
import io.holdfast.query.FindOutcomes;
import io.holdfast.query.QueueFilter;
import io.holdfast.query.QueueFilter.Assignee;
import io.holdfast.query.QueueName;
import io.holdfast.shipment.state.Status;
import io.holdfast.targeting.RuleSet;
import io.holdfast.targeting.RuleSetEvent.RuleSetPublished;
import io.holdfast.targeting.RuleSetRef;
import io.holdfast.value.PortCode;
import io.holdfast.value.Sha256;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class NoScanTest {
    private static final UserId ANN = new UserId("ann");
    private static final Instant LATE = Histories.START.plusSeconds(1L << 32);
    private static final Set<QueueName> MANY =
            EnumSet.of(QueueName.TO_TRIAGE, QueueName.HELD, QueueName.EXAMS, QueueName.OPEN);
    private static final List<PortScope> SCOPES = List.of(
            PortScope.all(),
            PortScope.only(new PortCode("2704")),
            PortScope.only(new PortCode("2704"), new PortCode("5301"), new PortCode("1101")));

    @Test
    void queues_are_read_by_an_index_and_no_further_than_the_page() {
        var cases =
                new Deliveries(new WorkQueueProjection()).deliver(Deliveries.projected(Histories.of(51, 3000, 9000)));
        try (var stored = new StoredDocuments(cases, StoredQueueCases.mapping())) {
            QueueCases queues = StoredQueueCases.of(stored);
            for (QueueName queue : QueueName.values()) {
                for (PortScope scope : SCOPES) {
                    for (Sort sort : Sort.values()) {
                        var wanted = new Wanted(queue, ANN, scope, QueueFilter.AWAKE, LATE);
                        stored.forget();
                        int found = queues.find(wanted, sort, null, 21).size();
                        IndexStatistics read = stored.read(WorkQueueProjection.NAME, WorkQueueProjection.CASES);
                        assertIndexed(read);
                        if (MANY.contains(queue)) {
                            assertThat(found).as("%s %s", queue, scope).isEqualTo(21);
                            assertThat(read.examined())
                                    .as("%s %s %s", queue, scope, sort)
                                    .isLessThanOrEqualTo(200);
                        }
                    }
                    queues.count(new Wanted(queue, ANN, scope, QueueFilter.AWAKE, LATE), 10_000);
                    assertIndexed(stored.read(WorkQueueProjection.NAME, WorkQueueProjection.CASES));
                }
            }
        }
    }

    @Test
    void filters_of_queues_are_within_what_an_index_bounds() {
        var cases =
                new Deliveries(new WorkQueueProjection()).deliver(Deliveries.projected(Histories.of(52, 500, 3000)));
        try (var stored = new StoredDocuments(cases, StoredQueueCases.mapping())) {
            QueueCases queues = StoredQueueCases.of(stored);
            for (QueueName queue : QueueName.values()) {
                for (PortScope scope : SCOPES) {
                    for (Assignee assignee : new Assignee[] {null, new Assignee(null), new Assignee(ANN)}) {
                        for (Status status : new Status[] {null, Status.HELD}) {
                            var filter = QueueFilter.AWAKE.of(status).of(assignee);
                            for (QueueFilter timed : List.of(filter.from(50), filter.waiting(700))) {
                                var wanted =
                                        new Wanted(queue, ANN, scope, timed, Histories.START.plusSeconds(3_000_000));
                                queues.find(wanted, Sort.PRIORITY, "0900", 21);
                                queues.find(wanted, Sort.AGE, "0000", 21);
                                queues.count(wanted, 10_000);
                                assertIndexed(stored.read(WorkQueueProjection.NAME, WorkQueueProjection.CASES));
                            }
                        }
                    }
                }
            }
        }
    }

    @Test
    void outcomes_are_read_by_an_index() {
        var set = new RuleSet("first", List.of(), 10, 0.02, 17);
        var events = new ArrayList<Object>(Histories.of(53, 200, 3000));
        events.add(new RuleSetPublished(new RuleSetRef(1, new Sha256("ab".repeat(32))), set, Histories.START));
        var kept = new Deliveries(new OutcomesProjection()).deliver(Deliveries.projected(events));
        try (var stored = new StoredDocuments(kept, StoredOutcomes.mappings())) {
            Outcomes outcomes = StoredOutcomes.of(stored);
            LocalDate day = LocalDate.of(2026, 9, 28);
            for (PortScope scope : SCOPES) {
                for (Integer version : new Integer[] {null, 1}) {
                    for (LocalDate from : new LocalDate[] {null, day}) {
                        var wanted = new Outcomes.Wanted(scope, from, from == null ? null : from.plusDays(6), version);
                        var weeks = new ArrayList<Object>();
                        outcomes.weeksOfRules(wanted, weeks::add);
                        outcomes.weeksOfPairs(wanted, weeks::add);
                        assertThat(weeks).isNotEmpty();
                    }
                }
                assertIndexed(stored.read(OutcomesProjection.NAME, OutcomesProjection.WEEKS));
                assertIndexed(stored.read(OutcomesProjection.NAME, OutcomesProjection.PAIRS));
            }
            var versions = new ArrayList<Integer>();
            outcomes.rules(1, (version, _) -> versions.add(version));
            assertThat(versions).containsExactly(1);
            assertIndexed(stored.read(OutcomesProjection.NAME, OutcomesProjection.VERSIONS));
        }
    }

    @Test
    void a_page_of_outcomes_is_read_no_further_than_the_page() {
        var kept = new Deliveries(new OutcomesProjection()).deliver(Deliveries.projected(Histories.of(55, 1500, 6000)));
        try (var stored = new StoredDocuments(kept, StoredOutcomes.mappings())) {
            Outcomes outcomes = StoredOutcomes.of(stored);
            for (PortScope scope : SCOPES) {
                for (FindOutcomes.Filter filter : List.of(
                        FindOutcomes.EVERY,
                        new FindOutcomes.Filter(null, null, null, FindOutcomes.Basis.RANDOM, false, null),
                        new FindOutcomes.Filter(null, null, null, null, true, null),
                        new FindOutcomes.Filter(
                                LocalDate.of(2026, 9, 1),
                                null,
                                null,
                                null,
                                false,
                                Histories.START.plusSeconds(1L << 32)))) {
                    stored.forget();
                    assertThat(outcomes.shipments(new FindOutcomes(scope, filter, 100, 21), 21)
                                    .size())
                            .isEqualTo(21);
                    IndexStatistics read = stored.read(OutcomesProjection.NAME, OutcomesProjection.SHIPMENTS);
                    assertIndexed(read);
                    assertThat(read.examined()).as("%s %s", scope, filter).isLessThanOrEqualTo(600);
                }
            }
        }
    }

    @Test
    void reports_are_read_by_an_index() {
        var kept = new Deliveries(new ReportingProjection(Zones.UTC))
                .deliver(Deliveries.projected(Histories.of(54, 200, 6000)));
        try (var stored = new StoredDocuments(kept, StoredSums.mappings())) {
            ReportSums sums = StoredSums.of(stored);
            for (PortScope scope : SCOPES) {
                assertThat(sums.days(LocalDate.of(2026, 11, 1), LocalDate.of(2027, 2, 1), scope))
                        .isNotEmpty();
                assertThat(sums.times(LocalDate.of(2026, 11, 1), LocalDate.of(2027, 2, 1), scope))
                        .isNotEmpty();
                assertThat(sums.standing(new Periods.Range(202601, 202612), scope))
                        .isNotEmpty();
                assertThat(sums.goods(YearMonth.of(2026, 10), YearMonth.of(2027, 9), scope))
                        .isNotEmpty();
                assertThat(sums.campaigns(YearMonth.of(2026, 10), YearMonth.of(2027, 9), scope))
                        .isNotEmpty();
            }
            Stream.<CollectionName<?>>of(
                            ReportingProjection.DAYS,
                            ReportingProjection.TIMES,
                            ReportingProjection.STANDING,
                            ReportingProjection.GOODS,
                            ReportingProjection.CAMPAIGNS)
                    .forEach(collection -> assertIndexed(stored.read(ReportingProjection.NAME, collection)));
        }
    }

    private static void assertIndexed(IndexStatistics read) {
        assertThat(read.scannedShapes()).isEmpty();
        assertThat(read.fullScans()).isZero();
        assertThat(read.unfiltered()).isZero();
        assertThat(read.indexed()).isPositive();
    }
}
