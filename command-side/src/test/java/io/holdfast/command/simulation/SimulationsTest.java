package io.holdfast.command.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.holdfast.actor.Actor;
import io.holdfast.actor.PortScope;
import io.holdfast.actor.Role;
import io.holdfast.actor.UserId;
import io.holdfast.command.queryside.OutcomePages;
import io.holdfast.command.queryside.QuerySide;
import io.holdfast.command.queryside.QuerySideUnreachableException;
import io.holdfast.command.simulation.Simulation.State;
import io.holdfast.command.simulation.SimulationRefusedException.EveryPortRequiredException;
import io.holdfast.command.simulation.SimulationRefusedException.NoSuchSimulationException;
import io.holdfast.command.simulation.SimulationRefusedException.TooManySimulationsException;
import io.holdfast.command.targeting.DraftFile;
import io.holdfast.command.targeting.DraftRefusedException;
import io.holdfast.command.targeting.Node;
import io.holdfast.command.targeting.RuleSetScreeners;
import io.holdfast.embeddedmongo.EmbeddedMongo;
import io.holdfast.query.BrowseQueue;
import io.holdfast.query.FindOutcomes;
import io.holdfast.query.LabelledShipment;
import io.holdfast.query.QueueName;
import io.holdfast.targeting.DraftCommand.DraftRuleSet;
import io.holdfast.targeting.DraftCommand.ReviseDraft;
import io.holdfast.targeting.DraftId;
import io.holdfast.targeting.Rule;
import io.holdfast.targeting.RuleId;
import io.holdfast.targeting.RuleSet;
import io.holdfast.value.InvalidValueException;
import io.holdfast.value.PortCode;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SimulationsTest {
    private static final DraftId DRAFT = new DraftId("D-1");
    private static final Actor ANN = new Actor(new UserId("ann"), Set.of(Role.ANALYST), null, PortScope.all(), "local");
    private static EmbeddedMongo server;

    private final List<Simulations> opened = new ArrayList<>();
    private Node node;

    @BeforeAll
    static void startServer() {
        server = EmbeddedMongo.inMemory();
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @BeforeEach
    void startNode() {
        node = new Node(server.connectionString(), "simulations-" + UUID.randomUUID());
        node.start(rules("hs6 == '293333'"));
        node.send(new DraftRuleSet(DRAFT, rules("transportMode == 'MAIL'"), "why"), "ann");
    }

    @AfterEach
    void stop() {
        opened.forEach(Simulations::close);
        node.close();
    }

    private static RuleSet rules(String condition) {
        return new RuleSet("Rules", List.of(new Rule(new RuleId("r"), "why", condition, 1, "look")), 1, 0, 7);
    }

    private Simulations simulations(OutcomePages pages) {
        var simulations = new Simulations(new OutcomesOnly(pages), node.rules, node.drafts, node.commands);
        opened.add(simulations);
        return simulations;
    }

    /** A query side that can only answer queries for outcomes. */
    private record OutcomesOnly(OutcomePages pages) implements QuerySide {
        @Override
        public BrowseQueue.Page unassigned(QueueName queue, Actor actor, String after) {
            throw new AssertionError("no simulation asks for a queue");
        }

        @Override
        public OutcomePages outcomes(Actor actor) {
            return pages;
        }
    }

    /** @param pages how many, of 100 rows each */
    private static OutcomePages history(int pages) {
        return (_, after) -> page(after, pages);
    }

    private static FindOutcomes.Page page(long after, int pages) {
        int number = (int) (after + 1) / 100;
        var random = new Random(number);
        List<LabelledShipment> rows = IntStream.range(0, 100)
                .mapToObj(i -> History.shipment(number * 100 + i, random))
                .toList();
        return new FindOutcomes.Page(rows, number + 1 < pages ? number * 100L + 99 : null, pages * 100L);
    }

    private static Simulation start(Simulations simulations) {
        return simulations.start(DRAFT, History.FROM, History.TO, ANN, "test");
    }

    private static void awaitEnd(Simulation simulation) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> simulation.progress().state().isLast());
    }

    @Test
    void the_result_is_kept_with_the_draft_for_whoever_approves_it() {
        Simulation simulation = start(simulations(history(5)));
        awaitEnd(simulation);

        assertThat(simulation.progress().state()).isEqualTo(State.DONE);
        assertThat(simulation.progress().screened()).isEqualTo(500);
        assertThat(simulation.progress().share()).isEqualTo(1);
        DraftFile.Simulated kept = node.drafts.file(DRAFT).simulation();
        assertThat(kept).isNotNull();
        assertThat(kept.by()).isEqualTo("ann");
        assertThat(kept.result()).isEqualTo(simulation.progress().result());
        var byHand = new Replay(
                History.FROM,
                History.TO,
                RuleSetScreeners.of(rules("transportMode == 'MAIL'")),
                RuleSetScreeners.of(rules("hs6 == '293333'")));
        history(5).rows(FindOutcomes.EVERY).forEach(byHand::add);
        assertThat(kept.result())
                .isEqualTo(byHand.result(
                        node.rules.active().orElseThrow().ref(), rules("true").capacity()));
    }

    @Test
    void a_cancelled_simulation_asks_for_no_further_page_and_keeps_nothing() {
        var asked = new AtomicInteger();
        var reached = new CountDownLatch(3);
        Simulations simulations = simulations((_, after) -> {
            asked.incrementAndGet();
            reached.countDown();
            return page(after, Integer.MAX_VALUE / 200);
        });
        Simulation endless = start(simulations);
        await().atMost(Duration.ofSeconds(60)).until(() -> reached.getCount() == 0);

        Simulation cancelled = simulations.cancel(DRAFT, endless.id());

        assertThat(cancelled.progress().state()).isEqualTo(State.CANCELLED);
        Simulation next = start(simulations);
        // Only one simulation runs at a time: once the next one makes progress, the cancelled one has released the
        // thread.
        await().atMost(Duration.ofSeconds(60)).until(() -> next.progress().screened() > 0);
        assertThat(endless.progress().state()).isEqualTo(State.CANCELLED);
        simulations.cancel(DRAFT, next.id());
        assertThat(node.drafts.file(DRAFT).simulation()).isNull();
    }

    @Test
    void a_simulation_that_waits_for_a_slow_page_is_cancelled_all_the_same() {
        var waiting = new CountDownLatch(1);
        Simulations simulations = simulations((_, _) -> {
            waiting.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException stopped) {
                throw new QuerySideUnreachableException(QuerySide.Subject.OUTCOMES, "Interrupted", stopped);
            }
            throw new AssertionError("never");
        });
        Simulation stuck = start(simulations);
        await().until(() -> waiting.getCount() == 0);

        simulations.cancel(DRAFT, stuck.id());

        assertThat(stuck.progress().state()).isEqualTo(State.CANCELLED);
    }

    @Test
    void no_more_than_a_page_is_kept_in_memory() {
        var first = new ArrayList<WeakReference<LabelledShipment>>();
        var gone = new CountDownLatch(1);
        Simulations simulations = simulations((_, after) -> {
            FindOutcomes.Page page = page(after, 200);
            if (after < 0) {
                first.add(new WeakReference<>(page.items().getFirst()));
            } else if (gone.getCount() > 0) {
                System.gc();
                if (first.getFirst().get() == null) {
                    gone.countDown();
                }
            }
            return page;
        });
        Simulation simulation = start(simulations);
        awaitEnd(simulation);

        assertThat(simulation.progress().screened()).isEqualTo(20_000);
        assertThat(gone.getCount()).as("the first page was still held").isZero();
    }

    @Test
    void a_draft_that_is_revised_meanwhile_does_not_get_the_result_of_its_former_content() {
        var asked = new CountDownLatch(1);
        var revised = new CountDownLatch(1);
        Simulation simulation = start(simulations((_, after) -> {
            asked.countDown();
            await().until(() -> revised.getCount() == 0);
            return page(after, 1);
        }));
        await().until(() -> asked.getCount() == 0);
        node.send(new ReviseDraft(DRAFT, rules("true"), "wider"), "ann");
        revised.countDown();
        awaitEnd(simulation);

        assertThat(simulation.progress().state()).isEqualTo(State.FAILED);
        assertThat(simulation.progress().failure()).startsWith("The draft has been revised");
        assertThat(node.drafts.file(DRAFT).simulation()).isNull();
    }

    @Test
    void outcomes_that_cannot_be_had_end_it_with_the_reason() {
        Simulation simulation = start(simulations((_, _) -> {
            throw new QuerySideUnreachableException(
                    QuerySide.Subject.OUTCOMES, "The query side cannot be reached", null);
        }));
        awaitEnd(simulation);

        assertThat(simulation.progress().state()).isEqualTo(State.FAILED);
        assertThat(simulation.progress().failure()).isEqualTo("The query side cannot be reached");
    }

    @Test
    void what_cannot_be_simulated_is_refused_at_once() {
        Simulations simulations = simulations(history(1));
        Actor onePort =
                new Actor(new UserId("ben"), Set.of(Role.ANALYST), null, PortScope.only(new PortCode("2704")), "local");

        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> simulations.start(DRAFT, History.TO, History.FROM, ANN, "test"));
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> simulations.start(DRAFT, History.FROM, History.FROM.plusYears(4), ANN, "test"));
        assertThatExceptionOfType(EveryPortRequiredException.class)
                .isThrownBy(() -> simulations.start(DRAFT, History.FROM, History.TO, onePort, "test"));
        assertThatExceptionOfType(DraftRefusedException.NoSuchDraftException.class)
                .isThrownBy(() -> simulations.start(new DraftId("D-9"), History.FROM, History.TO, ANN, "test"));
        assertThatExceptionOfType(NoSuchSimulationException.class).isThrownBy(() -> simulations.find(DRAFT, "none"));
    }

    @Test
    void only_so_many_wait_at_a_time() {
        var release = new CountDownLatch(1);
        Simulations simulations = simulations((_, after) -> {
            await().atMost(Duration.ofSeconds(60)).until(() -> release.getCount() == 0);
            return page(after, 1);
        });
        List<Simulation> all = IntStream.range(0, Simulations.MOST)
                .mapToObj(_ -> start(simulations))
                .toList();

        assertThatExceptionOfType(TooManySimulationsException.class).isThrownBy(() -> start(simulations));
        simulations.cancel(DRAFT, all.getLast().id());
        Simulation another = start(simulations);
        release.countDown();
        awaitEnd(another);

        assertThat(another.progress().state()).isEqualTo(State.DONE);
        assertThat(all.getLast().progress().state()).isEqualTo(State.CANCELLED);
    }
}
