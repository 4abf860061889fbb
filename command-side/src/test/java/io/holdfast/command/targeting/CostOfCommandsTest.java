package io.holdfast.command.targeting;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.command.targeting.Replies.Read;
import io.holdfast.embeddedmongo.EmbeddedMongo;
import io.holdfast.targeting.DraftCommand.ApproveRuleSet;
import io.holdfast.targeting.DraftCommand.DraftRuleSet;
import io.holdfast.targeting.DraftCommand.ProposeRuleSet;
import io.holdfast.targeting.DraftCommand.RecordSimulation;
import io.holdfast.targeting.DraftCommand.RejectRuleSet;
import io.holdfast.targeting.DraftCommand.ReviseDraft;
import io.holdfast.targeting.DraftId;
import io.holdfast.targeting.Rule;
import io.holdfast.targeting.RuleSet;
import io.holdfast.targeting.RuleSetCommand.ActivateDraft;
import io.holdfast.targeting.RuleSetCommand.ActivateRuleSet;
import io.holdfast.targeting.RuleSetCommand.PublishRuleSet;
import io.holdfast.targeting.RuleSetCommand.RetireRuleSet;
import io.holdfast.targeting.RuleSetEvent.DraftOpened;
import io.holdfast.targeting.RuleSetEvent.RuleSetAdopted;
import io.holdfast.targeting.RuleSetEvent.RuleSetPublished;
import io.holdfast.targeting.RuleSetRef;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * How much a command or a view of the rule sets reads from the database does not depend on the number of versions and
 * contents.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CostOfCommandsTest {
    private static final int PUBLISHED = 90;
    private static final int BYTES_OF_ONE = 20_000;

    private static EmbeddedMongo server;

    @BeforeAll
    static void startServer() {
        server = EmbeddedMongo.inMemory();
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @Test
    void every_command_reads_the_same_after_5_and_after_120_versions() {
        Map<String, Read> few = costs(5);
        Map<String, Read> many = costs(120);

        assertThat(many).allSatisfy((what, read) -> {
            Read before = few.get(what);
            assertThat(before).as(what).isNotNull();
            assertThat(read.questions()).as(what).isLessThanOrEqualTo(before.questions() + 1);
            assertThat(read.bytes()).as(what).isLessThan(before.bytes() + BYTES_OF_ONE / 2);
            assertThat(read.bytes()).as("%s: of one content a few times", what).isLessThan(6 * BYTES_OF_ONE);
        });
    }

    @Test
    void a_node_that_starts_reads_the_series_once_for_all_commands() {
        try (Node first = new Node(server.connectionString(), "cost-" + UUID.randomUUID())) {
            fill(first, 60);
            try (Node started = first.another()) {
                started.send(new RetireRuleSet(1, "over"), "ben");
                long once = started.replies.read().bytes();
                assertThat(once).as("the whole series").isGreaterThan(60 * BYTES_OF_ONE);
                assertThat(once).as("and no more").isLessThan(2 * 60 * BYTES_OF_ONE);
                started.send(new RetireRuleSet(2, "over"), "ben");
                assertThat(started.replies.read().bytes() - once).isLessThan(BYTES_OF_ONE);
            }
        }
    }

    private static Map<String, Read> costs(int versions) {
        try (Node node = new Node(server.connectionString(), "cost-" + UUID.randomUUID())) {
            fill(node, versions);
            node.send(new RetireRuleSet(1, "over"), "ben");
            node.rules.expire();
            assertThat(node.rules.versions()).hasSize(versions);
            return costs(node, versions);
        }
    }

    private static Map<String, Read> costs(Node node, int versions) {
        var costs = new LinkedHashMap<String, Read>();
        var id = new DraftId("D-new");
        var other = new DraftId("D-other");
        RuleSet last = content(901);
        cost(costs, node, "publish", () -> node.send(new PublishRuleSet(content(900)), "ann"));
        cost(costs, node, "activate", () -> node.send(new ActivateRuleSet(versions + 1, "seen"), "ben"));
        cost(costs, node, "retire", () -> node.send(new RetireRuleSet(2, "over"), "ben"));
        cost(costs, node, "draft", () -> node.send(new DraftRuleSet(id, content(0), "why"), "ann"));
        for (int revision = 1; revision < (versions < 100 ? 2 : 15); revision++) {
            node.send(new ReviseDraft(id, content(revision), "again"), "ann");
        }
        cost(costs, node, "revise", () -> node.send(new ReviseDraft(id, last, "again"), "ann"));
        cost(
                costs,
                node,
                "simulated",
                () -> node.send(new RecordSimulation(id, ContentHash.of(last), DraftLifeTest.result()), "ann"));
        cost(costs, node, "propose", () -> node.send(new ProposeRuleSet(id, "ready"), "ann"));
        cost(costs, node, "approve", () -> node.send(new ApproveRuleSet(id, ContentHash.of(last), "fine"), "ben"));
        cost(costs, node, "activate a draft", () -> node.send(new ActivateDraft(id, "pilot"), "cyd"));
        node.send(new DraftRuleSet(other, content(0), "why"), "ann");
        node.send(new ProposeRuleSet(other, "ready"), "ann");
        cost(costs, node, "reject", () -> node.send(new RejectRuleSet(other, "too wide"), "ben"));
        cost(costs, node, "the versions", () -> node.rules.versions());
        cost(
                costs,
                node,
                "the drafts",
                () -> node.rules.drafts().stream()
                        .filter(draft -> !draft.id().value().startsWith("D-of-"))
                        .forEach(draft -> node.drafts.file(draft.id())));
        cost(costs, node, "the active version", () -> node.rules.active());
        return costs;
    }

    private static void cost(Map<String, Read> costs, Node node, String what, Runnable done) {
        node.pass(Duration.ofSeconds(2));
        Read before = node.replies.read();
        done.run();
        costs.put(what, node.replies.read().since(before));
    }

    /** The first versions were published directly, up to the limit; the others come from drafts. */
    private static void fill(Node node, int versions) {
        long sequence = 0;
        for (int version = 1; version <= versions; version++) {
            RuleSet content = content(version + 1000);
            var ref = new RuleSetRef(version, ContentHash.of(content));
            if (version <= PUBLISHED) {
                node.append(sequence++, new RuleSetPublished(ref, content, node.now.get()));
            } else {
                var draft = new DraftId("D-of-" + version);
                node.append(sequence++, new DraftOpened(draft, "Old", node.now.get()));
                node.append(sequence++, new RuleSetAdopted(ref, draft, "Old", 1, 0, node.now.get()));
            }
        }
    }

    private static RuleSet content(int number) {
        String words = "w".repeat(BYTES_OF_ONE / 50);
        return RuleSets.of(
                1,
                0,
                IntStream.range(0, 50)
                        .mapToObj(i -> new Rule(
                                RuleSets.rule("r" + i, "false", 1).id(),
                                words,
                                "hs6 == '%06d'".formatted(number),
                                1,
                                "Look"))
                        .toArray(Rule[]::new));
    }
}
