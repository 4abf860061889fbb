package io.holdfast.command.targeting;

import static io.holdfast.command.targeting.RuleSets.one;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.holdfast.command.targeting.DraftRefusedException.AnotherPersonException;
import io.holdfast.command.targeting.DraftRefusedException.IllegalDraftTransitionException;
import io.holdfast.command.targeting.DraftRefusedException.NoSuchDraftException;
import io.holdfast.command.targeting.DraftRefusedException.OtherContentException;
import io.holdfast.command.targeting.DraftRefusedException.RuleSetVersionActiveException;
import io.holdfast.embeddedmongo.EmbeddedMongo;
import io.holdfast.runtime.log.UnreadableEventException;
import io.holdfast.targeting.DraftCommand.ApproveRuleSet;
import io.holdfast.targeting.DraftCommand.DraftRuleSet;
import io.holdfast.targeting.DraftCommand.ProposeRuleSet;
import io.holdfast.targeting.DraftCommand.RecordSimulation;
import io.holdfast.targeting.DraftCommand.RejectRuleSet;
import io.holdfast.targeting.DraftCommand.ReviseDraft;
import io.holdfast.targeting.DraftEvent.RuleSetDrafted;
import io.holdfast.targeting.DraftId;
import io.holdfast.targeting.RuleSet;
import io.holdfast.targeting.RuleSetCommand.ActivateDraft;
import io.holdfast.targeting.RuleSetCommand.ActivateRuleSet;
import io.holdfast.targeting.RuleSetCommand.PublishRuleSet;
import io.holdfast.targeting.RuleSetCommand.RetireRuleSet;
import io.holdfast.targeting.RuleSetEvent.RuleSetPublished;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a node caches of rule sets and drafts is never older than the log, whichever node wrote last. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TwoNodesOneLogTest {
    private static final DraftId ID = new DraftId("D-1");
    private static EmbeddedMongo server;

    private Node one;
    private Node two;

    @BeforeAll
    static void startServer() {
        server = EmbeddedMongo.inMemory();
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @BeforeEach
    void startNodes() {
        one = new Node(server.connectionString(), "two-" + UUID.randomUUID());
        two = one.another();
    }

    @AfterEach
    void stopNodes() {
        two.close();
        one.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void nodes_that_remember_decide_as_one_that_reads_everything_for_each_command(long seed) {
        var random = new Random(seed);
        try (Node reading = new Node(server.connectionString(), "reading-" + UUID.randomUUID(), false)) {
            for (int step = 0; step < 60; step++) {
                Object command = command(random);
                String user = List.of("ann", "ben", "cyd").get(random.nextInt(3));
                Node remembering = random.nextBoolean() ? one : two;
                assertThat(outcome(remembering, command, user))
                        .as("step %d of %d: %s by %s", step, seed, command, user)
                        .isEqualTo(outcome(reading, command, user));
            }
            assertThat(one.history()).isEqualTo(reading.history()).isNotEmpty();
            for (OpenedDraft draft : reading.rules.drafts()) {
                assertThat(one.drafts.file(draft.id()))
                        .isEqualTo(two.drafts.file(draft.id()))
                        .isEqualTo(reading.drafts.file(draft.id()));
            }
        }
    }

    private static Object command(Random random) {
        var draft = new DraftId("D-" + random.nextInt(4));
        RuleSet content = content(random.nextInt(5));
        int version = 1 + random.nextInt(6);
        return switch (random.nextInt(13)) {
            case 0, 1 -> new PublishRuleSet(content);
            case 2, 3 -> new ActivateRuleSet(version, "now");
            case 4 -> new RetireRuleSet(version, "over");
            case 5, 6 -> new DraftRuleSet(draft, content, "why");
            case 7 -> new ReviseDraft(draft, content, "again");
            case 8 -> new RecordSimulation(draft, ContentHash.of(content), DraftLifeTest.result());
            case 9 -> new ProposeRuleSet(draft, "ready");
            case 10 -> new ApproveRuleSet(draft, ContentHash.of(content), "fine");
            case 11 -> new RejectRuleSet(draft, "too wide");
            default -> new ActivateDraft(draft, "pilot");
        };
    }

    /** One in five is refused because of its content. */
    private static RuleSet content(int number) {
        return one(number == 4 ? "hs7 == ''" : "hs6 == '%06d'".formatted(number));
    }

    private static String outcome(Node node, Object command, String user) {
        try {
            return String.valueOf(node.answer(command, user));
        } catch (RuntimeException refused) {
            return refused.getClass() + ": " + refused.getMessage();
        }
    }

    @Test
    void what_another_node_wrote_counts_at_once() {
        one.send(new PublishRuleSet(one("true")), "ann");
        one.send(new PublishRuleSet(one("false")), "ann");
        two.send(new RetireRuleSet(2, "over"), "ben");
        assertThatExceptionOfType(RuleSetVersionActiveException.class)
                .isThrownBy(() -> one.send(new ActivateRuleSet(2, "now"), "ben"));
        two.send(new DraftRuleSet(ID, one("true"), "why"), "ann");
        one.send(new ReviseDraft(ID, one("false"), "wider"), "ben");
        two.send(new ProposeRuleSet(ID, "ready"), "cyd");
        assertThatExceptionOfType(AnotherPersonException.class)
                .isThrownBy(() -> one.send(new ApproveRuleSet(ID, ContentHash.of(one("false")), "fine"), "cyd"));
        assertThatExceptionOfType(OtherContentException.class)
                .isThrownBy(() -> two.send(new ApproveRuleSet(ID, ContentHash.of(one("true")), "fine"), "dan"));
        two.send(new RejectRuleSet(ID, "no"), "dan");
        assertThatExceptionOfType(IllegalDraftTransitionException.class)
                .isThrownBy(() -> one.send(new ProposeRuleSet(ID, "again"), "ann"));
    }

    @Test
    void nothing_is_decided_on_what_a_log_said_that_was_replaced() {
        try (Node older = new Node(server.connectionString(), "older-" + UUID.randomUUID())) {
            for (Node node : List.of(older, one)) {
                node.send(new PublishRuleSet(content(0)), "ann");
                node.send(new DraftRuleSet(ID, content(1), "why"), "ann");
            }
            one.send(new PublishRuleSet(content(2)), "ann");
            one.send(new ProposeRuleSet(ID, "ready"), "ann");
            one.send(new ApproveRuleSet(ID, ContentHash.of(content(1)), "fine"), "ben");

            one.restore(older);

            for (Object command : List.of(
                    new ActivateDraft(ID, "pilot"),
                    new ActivateRuleSet(2, "now"),
                    new ProposeRuleSet(ID, "ready"),
                    new PublishRuleSet(content(3)))) {
                assertThat(outcome(one, command, "ben")).as("%s", command).isEqualTo(outcome(older, command, "ben"));
            }
            assertThat(one.history()).isEqualTo(older.history());
        }
    }

    @Test
    void who_is_overtaken_by_another_node_is_told_and_nothing_is_lost() {
        one.send(new PublishRuleSet(content(0)), "ann");
        one.whenAsked.set(() -> two.send(new PublishRuleSet(content(1)), "ben"));
        assertThatExceptionOfType(ConcurrencyException.class)
                .isThrownBy(() -> one.send(new PublishRuleSet(content(2)), "ann"));

        one.send(new PublishRuleSet(content(2)), "ann");

        assertThat(one.history())
                .extracting(event -> ((RuleSetPublished) event).ref().version())
                .isEqualTo(List.of(1, 2, 3));
        assertThat(((RuleSetPublished) one.history().get(1)).ruleSet()).isEqualTo(content(1));
        assertThat(((RuleSetPublished) one.history().get(2)).ruleSet()).isEqualTo(content(2));
    }

    @Test
    void who_approves_what_another_node_revises_meanwhile_approves_nothing() {
        one.send(new DraftRuleSet(ID, content(0), "why"), "ann");
        one.send(new ProposeRuleSet(ID, "ready"), "ann");
        one.whenAsked.set(() -> two.send(new ReviseDraft(ID, content(1), "wider"), "ann"));
        assertThatExceptionOfType(ConcurrencyException.class)
                .isThrownBy(() -> one.send(new ApproveRuleSet(ID, ContentHash.of(content(0)), "fine"), "ben"));

        assertThat(one.drafts.file(ID).life().stage()).isEqualTo(DraftStage.DRAFTED);
        assertThat(one.drafts.file(ID).life().content()).isEqualTo(ContentHash.of(content(1)));
    }

    @Test
    void many_who_publish_at_once_on_two_nodes_get_a_version_each_or_a_refusal() throws Exception {
        one.send(new PublishRuleSet(one("true")), "ann");
        List<Callable<Boolean>> publications = new ArrayList<>();
        IntStream.range(0, 16)
                .forEach(i ->
                        publications.add(() -> isPublished(i % 2 == 0 ? one : two, one("hs6 == '%06d'".formatted(i)))));
        long published = 1;
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var done : threads.invokeAll(publications)) {
                published += done.get() ? 1 : 0;
            }
        }
        assertThat(published).isGreaterThan(1);
        assertThat(one.history())
                .extracting(event -> ((RuleSetPublished) event).ref().version())
                .isEqualTo(IntStream.rangeClosed(1, (int) published).boxed().toList());
    }

    private static boolean isPublished(Node node, RuleSet content) {
        try {
            node.send(new PublishRuleSet(content), "ann");
            return true;
        } catch (ConcurrencyException overtaken) {
            return false;
        }
    }

    @Test
    void what_is_staged_and_never_written_is_not_remembered() {
        one.send(new DraftRuleSet(ID, content(0), "why"), "ann");
        var unwritten = new DraftId("D-2");
        var outer = DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("outer"));
        one.append(
                "DraftAggregate",
                unwritten.stream(),
                0,
                new RuleSetDrafted(unwritten, content(1), ContentHash.of(content(1)), "why", one.now.get()));
        var inner = DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("inner"));
        assertThatExceptionOfType(NoSuchDraftException.class).isThrownBy(() -> one.drafts.file(unwritten));
        assertThat(one.drafts.file(ID).id()).isEqualTo(ID);
        inner.rollback();
        outer.rollback();
        assertThatExceptionOfType(NoSuchDraftException.class).isThrownBy(() -> one.drafts.file(unwritten));
    }

    @Test
    void an_event_that_cannot_be_read_is_named() {
        one.send(new PublishRuleSet(content(0)), "ann");
        one.append(1, "of a later release");
        assertThatExceptionOfType(UnreadableEventException.class)
                .isThrownBy(() -> one.send(new RetireRuleSet(1, "over"), "ben"))
                .withMessageContaining("Event 2 of targeting:rules (String)");
        assertThatExceptionOfType(UnreadableEventException.class)
                .isThrownBy(() -> two.send(new PublishRuleSet(content(1)), "ben"))
                .withMessageContaining("Event 2 of targeting:rules (String)");
    }

    @Test
    void a_draft_with_an_event_that_cannot_be_read_is_named_and_the_others_go_on() {
        var fine = new DraftId("D-2");
        one.send(new DraftRuleSet(ID, content(0), "why"), "ann");
        one.send(new DraftRuleSet(fine, content(0), "why"), "ann");
        one.append("DraftAggregate", ID.stream(), 1, "of a later release");
        for (Node node : List.of(one, two)) {
            assertThatExceptionOfType(UnreadableEventException.class)
                    .isThrownBy(() -> node.send(new ProposeRuleSet(ID, "ready"), "ann"))
                    .withMessageContaining("Event 2 of " + ID.stream() + " (String)");
            assertThatExceptionOfType(UnreadableEventException.class).isThrownBy(() -> node.drafts.file(ID));
        }
        two.send(new ProposeRuleSet(fine, "ready"), "ann");
    }
}
