package io.holdfast.projection.workqueue;

import static io.holdfast.command.shipment.domain.Histories.START;
import static io.holdfast.command.shipment.domain.Histories.declaration;
import static io.holdfast.command.shipment.domain.Histories.screening;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.actor.PortScope;
import io.holdfast.actor.UserId;
import io.holdfast.command.shipment.domain.Histories;
import io.holdfast.projection.answer.SetClock;
import io.holdfast.projection.support.LiveAndRebuilt;
import io.holdfast.projection.support.ProjectionHarness;
import io.holdfast.projection.workqueue.mongo.StoredQueueCases;
import io.holdfast.query.BrowseQueue;
import io.holdfast.query.BrowseQueue.Entry;
import io.holdfast.query.BrowseQueue.Sort;
import io.holdfast.query.CountQueues;
import io.holdfast.query.CountQueues.QueueCount;
import io.holdfast.query.QueueFilter;
import io.holdfast.query.QueueFilter.Assignee;
import io.holdfast.query.QueueName;
import io.holdfast.shipment.*;
import io.holdfast.shipment.event.ShipmentEvent;
import io.holdfast.shipment.event.ShipmentEvent.*;
import io.holdfast.shipment.state.Status;
import io.holdfast.value.PortCode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class QueueQuestionsTest {
    private static final List<ShipmentEvent> EVENTS = Histories.of(21, 300, 2500);
    private static final UserId ANN = new UserId("ann");
    private static final Instant NOW = EVENTS.getLast().at();
    private static final PortScope TWO_PORTS = PortScope.only(new PortCode("2704"), new PortCode("2304"));

    private static ProjectionHarness harness;
    private static QueueQuestions questions;

    @BeforeAll
    static void project() {
        harness = started().given(EVENTS).caughtUp();
        questions = new QueueQuestions(StoredQueueCases.of(harness.readModels()), new SetClock(NOW));
    }

    private static ProjectionHarness started() {
        return ProjectionHarness.of(new WorkQueueProjection(), StoredQueueCases.mapping());
    }

    @AfterAll
    static void stop() {
        harness.close();
    }

    @ParameterizedTest
    @EnumSource
    void the_pages_of_a_queue_are_its_cases_in_order(QueueName queue) {
        for (Sort sort : Sort.values()) {
            for (PortScope scope : List.of(PortScope.all(), TWO_PORTS, PortScope.only(new PortCode("5301")))) {
                List<Entry> entries = all(questions, queue, scope, sort, 7);
                assertThat(ids(entries)).isEqualTo(expected(queue, scope, sort, _ -> true));
            }
        }
        assertThat(expected(queue, PortScope.all(), Sort.AGE, _ -> true)).hasSizeGreaterThan(7);
    }

    @ParameterizedTest
    @EnumSource
    void filters_narrow_a_queue(QueueName queue) {
        assertThat(ids(page(queue, new PortCode("2704"), null, null, 0)))
                .isEqualTo(expected(
                        queue,
                        PortScope.all(),
                        Sort.PRIORITY,
                        c -> c.port().value().equals("2704")));
        assertThat(ids(page(queue, null, Status.HELD, null, 0)))
                .isEqualTo(expected(
                        queue, PortScope.all(), Sort.PRIORITY, c -> c.standing().status() == Status.HELD));
        assertThat(ids(page(queue, null, null, new Assignee(ANN), 0)))
                .isEqualTo(expected(
                        queue,
                        PortScope.all(),
                        Sort.PRIORITY,
                        c -> ANN.equals(c.work().assignee())));
        assertThat(ids(page(queue, null, null, new Assignee(null), 0)))
                .isEqualTo(expected(
                        queue, PortScope.all(), Sort.PRIORITY, c -> c.work().assignee() == null));
        assertThat(ids(page(queue, null, null, new Assignee(new UserId("bob")), 0)))
                .isEqualTo(expected(
                        queue,
                        PortScope.all(),
                        Sort.PRIORITY,
                        c -> new UserId("bob").equals(c.work().assignee())));
        assertThat(ids(page(queue, null, null, null, 400)))
                .isEqualTo(expected(
                                queue,
                                PortScope.all(),
                                Sort.PRIORITY,
                                c -> c.priority(NOW).total() >= 400)
                        .stream()
                        .limit(200)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void cases_that_wait_for_long_are_found_whatever_the_order(QueueName queue) {
        int hours = 24;
        Instant latest = NOW.minus(Duration.ofHours(hours));
        for (Sort sort : Sort.values()) {
            var filter = QueueFilter.AWAKE.waiting(hours);
            var page = questions.handle(new BrowseQueue(queue, ANN, PortScope.all(), filter, sort, false, null, 200));
            assertThat(ids(page.items()))
                    .isEqualTo(expected(
                                    queue,
                                    PortScope.all(),
                                    sort,
                                    c -> !c.enteredAt().isAfter(latest))
                            .stream()
                            .limit(200)
                            .toList());
        }
    }

    @Test
    void a_case_is_found_from_the_moment_on_at_which_it_has_waited_for_the_hours() {
        try (var own = started()) {
            own.given(targeted(new ShipmentId("W-1"))).caughtUp();
            var clock = new SetClock(START.plus(Duration.ofHours(48)).minusNanos(1));
            var at = new QueueQuestions(StoredQueueCases.of(own.readModels()), clock);
            var late = new BrowseQueue(
                    QueueName.TO_TRIAGE, ANN, PortScope.all(), QueueFilter.AWAKE.waiting(48), Sort.AGE, false, null, 5);
            assertThat(at.handle(late).items()).isEmpty();
            clock.set(START.plus(Duration.ofHours(48)));
            assertThat(at.handle(late).items()).hasSize(1);
        }
    }

    @Test
    void counts_are_those_of_the_queues() {
        for (PortScope scope : List.of(PortScope.all(), TWO_PORTS)) {
            var counts = questions
                    .handle(new CountQueues(EnumSet.allOf(QueueName.class), ANN, scope))
                    .queues();
            assertThat(counts)
                    .extracting(QueueCount::queue)
                    .containsExactly(
                            "to-triage",
                            "held",
                            "exams",
                            "inspected",
                            "approvals",
                            "custody",
                            "escalated",
                            "mine",
                            "open");
            for (QueueCount count : counts) {
                QueueName queue = QueueName.ofPath(count.queue());
                assertThat(count.count())
                        .as(count.queue())
                        .isEqualTo(expected(queue, scope, Sort.AGE, _ -> true).size());
                assertThat(count.more()).isFalse();
            }
        }
    }

    @Test
    void whoever_sees_no_port_sees_empty_queues_and_zeros() {
        for (QueueName queue : QueueName.values()) {
            assertThat(all(questions, queue, PortScope.only(), Sort.AGE, 50)).isEmpty();
        }
        var counts = questions.handle(new CountQueues(EnumSet.allOf(QueueName.class), ANN, PortScope.only()));
        assertThat(counts.queues()).hasSize(9).allMatch(count -> count.count() == 0);
    }

    @Test
    void a_port_outside_of_the_scope_is_empty_and_looks_like_one_that_does_not_exist() {
        var scope = PortScope.only(new PortCode("2704"));
        for (String port : List.of("2304", "0000")) {
            var page = questions.handle(
                    question(QueueName.OPEN, scope, new PortCode(port), null, null, 0, Sort.AGE, false, null, 50));
            assertThat(page).isEqualTo(new BrowseQueue.Page(List.of(), null));
        }
    }

    @Test
    void the_score_is_shown_to_those_only_who_may_see_it() {
        var q = new BrowseQueue(QueueName.OPEN, ANN, PortScope.all(), QueueFilter.AWAKE, Sort.AGE, true, null, 200);
        assertThat(questions.handle(q).items()).anyMatch(entry -> entry.score() != null);
        assertThat(all(questions, QueueName.OPEN, PortScope.all(), Sort.AGE, 200))
                .allMatch(entry -> entry.score() == null);
    }

    @Test
    void the_version_is_the_number_of_events_of_the_shipment() {
        for (Entry entry : all(questions, QueueName.OPEN, PortScope.all(), Sort.AGE, 200)) {
            assertThat(entry.version())
                    .isEqualTo(EVENTS.stream()
                            .filter(e -> e.shipmentId().equals(entry.shipmentId()))
                            .count());
        }
    }

    @Test
    void live_and_rebuilt_are_equal() {
        try (var own = started()) {
            LiveAndRebuilt.assertEqual(own.given(Histories.of(22, 60, 1500)));
        }
    }

    @Test
    void a_snoozed_case_is_back_when_its_moment_has_passed_although_nothing_happens() {
        try (var own = started()) {
            var id = new ShipmentId("R-17");
            Instant until = START.plusSeconds(3600);
            own.given(targeted(id), new Snoozed(id, until, "papers", START)).caughtUp();
            var clock = new SetClock(START.plusSeconds(60));
            var at = new QueueQuestions(StoredQueueCases.of(own.readModels()), clock);
            assertThat(all(at, QueueName.TO_TRIAGE, PortScope.all(), Sort.AGE, 5))
                    .isEmpty();
            assertThat(at.handle(question(
                                    QueueName.TO_TRIAGE, PortScope.all(), null, null, null, 0, Sort.AGE, true, null, 5))
                            .items())
                    .hasSize(1);
            clock.set(until.minusNanos(1_000_000));
            assertThat(all(at, QueueName.TO_TRIAGE, PortScope.all(), Sort.AGE, 5))
                    .isEmpty();
            clock.set(until);
            assertThat(all(at, QueueName.TO_TRIAGE, PortScope.all(), Sort.AGE, 5))
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void cases_that_do_not_change_come_once_however_much_changes_between_pages(Sort sort) {
        try (var own = started()) {
            List<ShipmentId> ids = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                ids.add(new ShipmentId("P-" + i));
                own.given(targeted(ids.getLast()));
            }
            own.caughtUp();
            var at = new QueueQuestions(StoredQueueCases.of(own.readModels()), new SetClock(START));
            var changed = new HashSet<ShipmentId>();
            var seen = new ArrayList<ShipmentId>();
            String cursor = null;
            int round = 0;
            do {
                var page = at.handle(
                        question(QueueName.TO_TRIAGE, PortScope.all(), null, null, null, 0, sort, false, cursor, 8));
                page.items().forEach(entry -> seen.add(entry.shipmentId()));
                cursor = page.next();
                change(own, ids, round++, changed);
            } while (cursor != null);
            ids.removeAll(changed);
            assertThat(ids).hasSizeGreaterThan(30);
            assertThat(seen.stream().filter(Predicate.not(changed::contains)).filter(ids::contains))
                    .containsExactlyInAnyOrderElementsOf(ids);
        }
    }

    /** Escalates one case, removes one, which may be the one at the cursor, and adds one. */
    private static void change(ProjectionHarness own, List<ShipmentId> ids, int round, Set<ShipmentId> changed) {
        ShipmentId raised = ids.get((round * 13 + 5) % 60);
        ShipmentId gone = ids.get((round * 8 + 7) % 60);
        changed.add(raised);
        changed.add(gone);
        own.given(
                new Escalated(raised, "waits", START),
                new HoldPlaced(gone, new HoldId("h"), HoldType.MANIFEST, null, "x", "y", START),
                targeted(new ShipmentId("N-" + round)));
        own.caughtUp();
    }

    private static ShipmentEvent targeted(ShipmentId id) {
        return new ShipmentTargeted(
                id, declaration(id, "2704"), SelectionBasis.RULES, screening(15, 1, "precursor"), null, START);
    }

    private static List<String> expected(QueueName queue, PortScope scope, Sort sort, Predicate<QueueCase> filter) {
        Map<ShipmentId, QueueCase> cases = QueueCaseTest.fold(EVENTS);
        Comparator<QueueCase> byAge = Comparator.comparing(QueueCase::enteredAt)
                .thenComparing(c -> c.shipmentId().value());
        Comparator<QueueCase> order = sort == Sort.AGE
                ? byAge
                : Comparator.comparing(Priorities::place)
                        .thenComparing(c -> c.shipmentId().value());
        return cases.values().stream()
                .filter(c -> queue == QueueName.MINE
                        ? ANN.equals(c.work().assignee()) && !c.queues().isEmpty()
                        : c.queues().contains(queue))
                .filter(c -> scope.includes(c.port()))
                .filter(c -> c.work().snoozedUntil() == null
                        || !c.work().snoozedUntil().isAfter(NOW))
                .filter(filter)
                .sorted(order)
                .map(c -> c.shipmentId().value())
                .toList();
    }

    private static List<String> ids(List<Entry> entries) {
        return entries.stream().map(entry -> entry.shipmentId().value()).toList();
    }

    private static List<Entry> all(QueueQuestions at, QueueName queue, PortScope scope, Sort sort, int limit) {
        var entries = new ArrayList<Entry>();
        String cursor = null;
        do {
            var page = at.handle(question(queue, scope, null, null, null, 0, sort, false, cursor, limit));
            assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
            entries.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);
        return entries;
    }

    private static List<Entry> page(QueueName queue, PortCode port, Status status, Assignee assignee, int min) {
        return questions
                .handle(question(queue, PortScope.all(), port, status, assignee, min, Sort.PRIORITY, false, null, 200))
                .items();
    }

    private static BrowseQueue question(
            QueueName queue,
            PortScope scope,
            PortCode port,
            Status status,
            Assignee assignee,
            int minPriority,
            Sort sort,
            boolean snoozed,
            String cursor,
            int limit) {
        var filter = new QueueFilter(port, status, assignee, minPriority, 0, snoozed);
        return new BrowseQueue(queue, ANN, scope, filter, sort, false, cursor, limit);
    }
}
