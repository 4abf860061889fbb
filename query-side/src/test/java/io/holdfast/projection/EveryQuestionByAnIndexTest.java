package io.holdfast.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.holdfast.actor.PortScope;
import io.holdfast.actor.UserId;
import io.holdfast.command.shipment.domain.Histories;
import io.holdfast.embeddedmongo.EmbeddedMongo;
import io.holdfast.embeddedmongo.IndexStatistics;
import io.holdfast.projection.answer.Deliveries;
import io.holdfast.projection.support.Commits;
import io.holdfast.projection.support.ProjectionNode;
import io.holdfast.projection.workqueue.QueueCases;
import io.holdfast.projection.workqueue.SavedFilter.Key;
import io.holdfast.projection.workqueue.SavedFilters;
import io.holdfast.query.*;
import io.holdfast.query.BrowseQueue.Sort;
import io.holdfast.query.QueueFilter.Assignee;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.shipment.state.Status;
import io.holdfast.value.ContainerNumber;
import io.holdfast.value.Hs6;
import io.holdfast.value.PartyId;
import io.holdfast.value.PortCode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.GenericQueryMessage;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.ReflectionUtils;

/**
 * Every query that a user waits for must be served by an index, by the counters of the embedded server: each query that
 * has a handler, with each of its filters, and the reads without a query. A new handler without a row here fails.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EveryQuestionByAnIndexTest {
    private static final UserId ANN = new UserId("ann");
    private static final ShipmentId SHIPMENT = new ShipmentId("W61-1");
    private static final PortCode PORT = new PortCode("2704");
    private static final List<PortScope> SCOPES =
            List.of(PortScope.all(), PortScope.only(PORT), PortScope.only(PORT, new PortCode("5301")));
    private static final Instant FROM = Histories.START;
    private static final Instant TO = FROM.plus(Duration.ofDays(30));
    private static final LocalDate FIRST = LocalDate.of(2026, 9, 1);
    private static final LocalDate LAST = LocalDate.of(2027, 8, 31);

    private static final Map<Class<?>, Function<PortScope, List<Object>>> ROWS = Map.ofEntries(
            Map.entry(BrowseQueue.class, EveryQuestionByAnIndexTest::queues),
            Map.entry(CountQueues.class, EveryQuestionByAnIndexTest::counts),
            Map.entry(ReadCaseFile.class, scope -> List.of(new ReadCaseFile(SHIPMENT, scope, true))),
            Map.entry(
                    RecallCaseFile.class,
                    scope -> List.of(
                            new RecallCaseFile(SHIPMENT, new AsOf.Version(1), scope, true),
                            new RecallCaseFile(SHIPMENT, new AsOf.Moment(TO), scope, true))),
            Map.entry(
                    CompareCaseFiles.class,
                    scope -> List.of(
                            new CompareCaseFiles(SHIPMENT, new AsOf.Version(1), new AsOf.Moment(TO), scope, false))),
            Map.entry(ReadCaseList.class, EveryQuestionByAnIndexTest::lists),
            Map.entry(SearchCases.class, EveryQuestionByAnIndexTest::cases),
            Map.entry(
                    ReadAuditTrail.class,
                    scope -> List.of(
                            new ReadAuditTrail(SHIPMENT, scope, false, true, null, 20),
                            new ReadAuditTrail(SHIPMENT, scope, true, false, 7L, 20))),
            Map.entry(SearchAudit.class, EveryQuestionByAnIndexTest::audit),
            Map.entry(SearchSecurityLog.class, _ -> securityLog()),
            Map.entry(AssessRules.class, EveryQuestionByAnIndexTest::rules),
            Map.entry(
                    TrendRule.class,
                    scope -> periods()
                            .<Object>map(period -> new TrendRule(scope, period, 1, "precursor"))
                            .toList()),
            Map.entry(
                    PairRules.class,
                    scope -> periods()
                            .<Object>map(period -> new PairRules(scope, period, null, "precursor", 20))
                            .toList()),
            Map.entry(
                    EstimateTotals.class,
                    scope -> periods()
                            .<Object>map(period -> new EstimateTotals(scope, period, null, true))
                            .toList()),
            Map.entry(FindOutcomes.class, EveryQuestionByAnIndexTest::outcomes),
            Map.entry(
                    ReportDaily.class,
                    scope -> List.of(
                            new ReportDaily(FIRST, LAST, scope, null), new ReportDaily(FIRST, LAST, scope, PORT))),
            Map.entry(
                    ReportTimes.class,
                    scope -> List.of(
                            new ReportTimes(FIRST, LAST, scope, null, false),
                            new ReportTimes(FIRST, LAST, scope, PORT, true))),
            Map.entry(
                    ReportConsistency.class,
                    scope -> List.of(
                            new ReportConsistency(FIRST, LAST, scope, null),
                            new ReportConsistency(FIRST, LAST, scope, PORT))),
            Map.entry(ReportSeizures.class, EveryQuestionByAnIndexTest::seizures));

    private static EmbeddedMongo server;
    private static ConfigurableApplicationContext context;

    @BeforeAll
    static void start() {
        server = EmbeddedMongo.inMemory();
        context = new SpringApplicationBuilder(QuerySideApplication.class)
                .registerShutdownHook(false)
                .run(
                        "--server.port=0",
                        "--spring.mongodb.uri=" + server.connectionString(),
                        "--holdfast.security.jwt-issuer=https://issuer.example",
                        "--holdfast.security.audience=holdfast");
        var log = context.getBean(EventStore.class);
        Commits.append(log, Deliveries.projected(Histories.of(61, 150, 2000)), _ -> Map.of("actor", "ann"));
        long head = log.createHeadToken().position().orElseThrow();
        var node = context.getBean(ProjectionNode.class);
        await().atMost(Duration.ofMinutes(1))
                .until(() -> node.names().stream().allMatch(name -> node.position(name) >= head));
    }

    @AfterAll
    static void stop() {
        context.close();
        server.close();
    }

    static Stream<Class<?>> questions() {
        return ROWS.keySet().stream().sorted(java.util.Comparator.comparing(Class::getSimpleName));
    }

    @ParameterizedTest
    @MethodSource("questions")
    void a_question_is_answered_by_an_index(Class<?> type) {
        for (PortScope scope : SCOPES) {
            for (Object question : ROWS.get(type).apply(scope)) {
                assertIndexed(question.toString(), () -> ask(question));
            }
        }
    }

    @Test
    void what_is_read_without_a_question_is_read_by_an_index() {
        var cases = context.getBean(QueueCases.class);
        var filters = context.getBean(SavedFilters.class);
        Map<String, Runnable> reads = Map.of(
                "cases that changed", () -> cases.byId(List.of("W61-1", "W61-2", "nowhere")),
                "snoozes that ended", () -> cases.awoken(FROM, TO, 100),
                "a filter", () -> filters.find(Key.own(ANN, "mine")),
                "filters of a name", () -> filters.shared("dock", PortScope.only(PORT), 2),
                "filters of a name anywhere", () -> filters.shared("dock", PortScope.all(), 2),
                "filters", () -> filters.visible(ANN, PortScope.only(PORT), 50),
                "all filters", () -> filters.visible(ANN, PortScope.all(), 50),
                "how many filters",
                        () -> {
                            filters.count(Key.own(ANN, "mine"));
                            filters.count(Key.at(PORT, "dock"));
                        });
        filters.count(Key.own(ANN, "mine")); // the indexes are created at the first use
        reads.forEach(EveryQuestionByAnIndexTest::assertIndexed);
    }

    @Test
    void every_question_that_has_a_handler_has_a_row() {
        Set<Class<?>> handled = Arrays.stream(context.getBeanDefinitionNames())
                .map(context::getType)
                .filter(type -> type != null && type.getName().startsWith("io.holdfast."))
                .flatMap(type -> Arrays.stream(ReflectionUtils.getAllDeclaredMethods(type)))
                .filter(method -> method.isAnnotationPresent(QueryHandler.class))
                .map(method -> method.getParameterTypes()[0])
                .collect(Collectors.toSet());

        assertThat(handled).isNotEmpty().isEqualTo(ROWS.keySet());
    }

    private static void ask(Object question) {
        var bus = context.getBean(QueryBus.class);
        var answer = bus.query(new GenericQueryMessage<>(
                question, question.getClass().getName(), ResponseTypes.instanceOf(Object.class)));
        assertThat(answer.orTimeout(20, java.util.concurrent.TimeUnit.SECONDS)
                        .join()
                        .isExceptional())
                .isFalse();
    }

    private static void assertIndexed(String what, Runnable read) {
        server.resetIndexStatistics();
        read.run();
        server.indexStatistics().forEach((collection, reads) -> {
            if (isReadModel(collection)) {
                assertIndexed(what, collection, reads);
            }
        });
    }

    private static void assertIndexed(String what, String collection, IndexStatistics reads) {
        assertThat(reads.scannedShapes())
                .as("%s, by which %s is scanned", what, collection)
                .isEmpty();
        assertThat(reads.fullScans()).as("%s, %s", what, collection).isZero();
        assertThat(reads.unfiltered()).as("%s, %s", what, collection).isZero();
    }

    /** Excludes the tokens, the register and the log: projections read those all the time. */
    private static boolean isReadModel(String collection) {
        return !collection.contains("projection") && !collection.contains(".events");
    }

    private static List<Object> queues(PortScope scope) {
        var questions = new ArrayList<>();
        for (QueueName queue : QueueName.values()) {
            for (Sort sort : Sort.values()) {
                for (Status status : new Status[] {null, Status.HELD, Status.SEIZED}) {
                    for (Assignee whose : new Assignee[] {null, new Assignee(null), new Assignee(ANN)}) {
                        var filter = QueueFilter.AWAKE.of(status).of(whose);
                        questions.add(new BrowseQueue(queue, ANN, scope, filter, sort, false, null, 20));
                        var late = filter.waiting(24);
                        questions.add(new BrowseQueue(queue, ANN, scope, late, sort, false, null, 20));
                        var more = filter.at(PORT).from(40).waiting(48).andSnoozed();
                        questions.add(new BrowseQueue(queue, ANN, scope, more, sort, true, null, 20));
                    }
                }
            }
        }
        return questions;
    }

    private static List<Object> counts(PortScope scope) {
        var all = EnumSet.allOf(QueueName.class);
        return List.of(
                new CountQueues(all, ANN, scope),
                new CountQueues(all, ANN, scope, QueueFilter.AWAKE.of(Status.HELD)),
                new CountQueues(
                        all, ANN, scope, QueueFilter.AWAKE.of(Assignee.NOBODY).andSnoozed()),
                new CountQueues(
                        all, ANN, scope, QueueFilter.AWAKE.of(new Assignee(ANN)).from(40)));
    }

    private static Stream<OutcomePeriod> periods() {
        return Stream.of(
                OutcomePeriod.EVERYTHING, new OutcomePeriod(FIRST, LAST, null), new OutcomePeriod(FIRST, LAST, LAST));
    }

    private static List<Object> rules(PortScope scope) {
        return periods()
                .<Object>flatMap(period -> Stream.of(
                        new AssessRules(scope, period, null, null, true),
                        new AssessRules(scope, period, 1, "precursor", false)))
                .toList();
    }

    private static List<Object> outcomes(PortScope scope) {
        var questions = new ArrayList<>();
        for (boolean examined : new boolean[] {false, true}) {
            for (PortCode port : new PortCode[] {null, PORT}) {
                questions.add(new FindOutcomes(
                        scope, new FindOutcomes.Filter(FIRST, LAST, port, null, examined, null), -1, 20));
                questions.add(new FindOutcomes(
                        scope,
                        new FindOutcomes.Filter(null, null, port, FindOutcomes.Basis.RANDOM, examined, TO),
                        4096,
                        20));
            }
        }
        return questions;
    }

    private static List<Object> cases(PortScope scope) {
        var questions = new ArrayList<>();
        for (ShipmentId after : new ShipmentId[] {null, SHIPMENT}) {
            questions.add(new SearchCases(scope, null, null, null, null, null, after, 20));
            questions.add(
                    new SearchCases(scope, new ContainerNumber("CSQU3054383"), null, null, null, null, after, 20));
            questions.add(new SearchCases(scope, null, new PartyId("IMP1"), null, null, null, after, 20));
            questions.add(new SearchCases(scope, null, null, new Hs6("293333"), null, null, after, 20));
            questions.add(new SearchCases(scope, null, null, null, Status.HELD, null, after, 20));
            questions.add(new SearchCases(scope, null, null, null, null, PORT, after, 20));
            questions.add(
                    new SearchCases(scope, null, new PartyId("IMP1"), new Hs6("293333"), Status.HELD, PORT, after, 20));
        }
        return questions;
    }

    private static List<Object> lists(PortScope scope) {
        return Arrays.stream(CaseList.values())
                .<Object>flatMap(list -> Stream.of(
                        new ReadCaseList(SHIPMENT, list, scope, false, null, 2),
                        new ReadCaseList(SHIPMENT, list, scope, true, 9L, 2)))
                .toList();
    }

    private static List<Object> audit(PortScope scope) {
        var filters = List.of(
                entries(null, null, null, null, null, null, null),
                entries(ANN, null, null, null, null, null, null),
                entries(null, PORT, null, null, null, null, null),
                entries(null, null, "shipment.hold-placed", null, null, null, null),
                entries(null, null, null, SHIPMENT, null, null, null),
                entries(null, null, null, null, "c-1", null, null),
                entries(null, null, null, null, null, FROM, TO),
                entries(ANN, PORT, "shipment.hold-placed", null, null, FROM, TO));
        var questions = new ArrayList<>();
        for (SearchAudit.Filter filter : filters) {
            questions.add(new SearchAudit(scope, true, filter, true, null, 20));
            questions.add(new SearchAudit(scope, false, filter, false, null, 20));
        }
        return questions;
    }

    private static SearchAudit.Filter entries(
            @Nullable UserId actor,
            @Nullable PortCode port,
            @Nullable String action,
            @Nullable ShipmentId shipment,
            @Nullable String correlation,
            @Nullable Instant from,
            @Nullable Instant to) {
        return new SearchAudit.Filter(actor, port, action, shipment, correlation, from, to);
    }

    private static List<Object> securityLog() {
        return Stream.of(
                        new SearchSecurityLog.Filter(null, null, null, null, null),
                        new SearchSecurityLog.Filter(ANN, null, null, null, null),
                        new SearchSecurityLog.Filter(null, 403, null, null, null),
                        new SearchSecurityLog.Filter(null, null, "c-1", null, null),
                        new SearchSecurityLog.Filter(ANN, 403, "c-1", FROM, TO))
                .<Object>map(filter -> new SearchSecurityLog(filter, true, null, 20))
                .toList();
    }

    private static List<Object> seizures(PortScope scope) {
        var by = EnumSet.allOf(ReportSeizures.Dimension.class);
        return List.of(
                new ReportSeizures(scope, by, 2026, 2027, null, null, null, null),
                new ReportSeizures(scope, by, 2026, 2027, 11, PORT, "Blue Lotus", "FENTANYL"),
                new ReportSeizures(scope, Set.of(), 2026, 2026, null, null, null, "FENTANYL"));
    }
}
