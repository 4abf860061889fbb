package io.holdfast.command.targeting;

import static io.holdfast.command.targeting.RuleSets.one;
import static io.holdfast.command.targeting.SampleDeclarations.tea;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.holdfast.embeddedmongo.EmbeddedMongo;
import io.holdfast.targeting.RuleSet;
import io.holdfast.targeting.RuleSetCommand.ActivateRuleSet;
import io.holdfast.targeting.RuleSetCommand.PublishRuleSet;
import io.holdfast.targeting.RuleSetEvent.RuleSetActivated;
import io.holdfast.targeting.RuleSetEvent.RuleSetPublished;
import io.holdfast.targeting.RuleSetRef;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ActiveRuleSetTest {
    private static final RuleSet ALL = one("true");
    private static final RuleSet NONE = one("false");
    private static EmbeddedMongo server;

    private final String database = "targeting-" + UUID.randomUUID();
    private final List<Node> nodes = new ArrayList<>();
    private final Node node = node();

    @BeforeAll
    static void startServer() {
        server = EmbeddedMongo.inMemory();
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @AfterEach
    void stopNodes() {
        nodes.forEach(Node::close);
    }

    private Node node() {
        var another = new Node(server.connectionString(), database);
        nodes.add(another);
        return another;
    }

    @Test
    void without_a_rule_set_screening_is_refused() {
        assertThatExceptionOfType(NoActiveRuleSetException.class).isThrownBy(() -> selects(node));
        assertThat(node.rules.versions()).isEmpty();
    }

    @Test
    void a_published_version_decides_nothing_before_it_is_activated() {
        node.send(new PublishRuleSet(ALL));

        assertThatExceptionOfType(NoActiveRuleSetException.class).isThrownBy(() -> selects(node));
        assertThat(node.rules.version(1).active()).isFalse();
    }

    @Test
    void when_the_log_is_put_back_under_the_node_the_set_of_that_log_decides() {
        activate(node, ALL, 1);
        assertThat(selects(node)).isTrue();
        try (MongoClient client = MongoClients.create(server.connectionString())) {
            var log = client.getDatabase(database).getCollection("events");
            List<Document> older = log.find().into(new ArrayList<>());
            activate(node, NONE, 2);
            assertThat(selects(node)).isFalse();

            log.deleteMany(new Document());
            log.insertMany(older);
        }

        await().atMost(Duration.ofSeconds(30)).until(() -> {
            node.pass(ActiveRuleSet.FRESH_FOR);
            return selects(node);
        });
        assertThat(node.rules.versions()).hasSize(1);
    }

    @Test
    void this_nodes_activation_is_obeyed_at_once() {
        activate(node, ALL, 1);
        assertThat(selects(node)).isTrue();

        activate(node, NONE, 2);
        assertThat(selects(node)).isFalse();
        assertThat(node.rules.versions()).extracting(RuleSetVersion::active).containsExactly(false, true);
        assertThat(node.rules.version(2).activation().reason()).isEqualTo("test");
    }

    @Test
    void another_nodes_activation_is_obeyed_within_a_second() {
        activate(node, ALL, 1);
        Node other = node();
        assertThat(selects(other)).isTrue();

        activate(node, NONE, 2);

        assertThat(selects(other)).isTrue();
        other.pass(ActiveRuleSet.FRESH_FOR);
        assertThat(selects(other)).isFalse();
    }

    @Test
    void a_clock_that_is_set_back_by_an_hour_does_not_put_off_another_nodes_activation() {
        activate(node, ALL, 1);
        Node other = node();
        assertThat(selects(other)).isTrue();

        activate(node, NONE, 2);
        other.setClockBack(Duration.ofHours(1));
        other.pass(ActiveRuleSet.FRESH_FOR);

        assertThat(selects(other)).isFalse();
    }

    @Test
    void the_series_is_read_at_most_once_a_second_and_only_on_demand() {
        activate(node, ALL, 1);
        node.reads.set(0);
        for (int i = 0; i < 100; i++) {
            selects(node);
        }
        assertThat(node.reads).hasValue(1);

        node.pass(Duration.ofMinutes(5));
        assertThat(node.reads).hasValue(1);
        selects(node);
        selects(node);
        assertThat(node.reads).hasValue(2);
    }

    @Test
    void during_an_outage_the_last_known_rule_set_goes_on_deciding() {
        activate(node, ALL, 1);
        assertThat(selects(node)).isTrue();

        node.outage.set(new IllegalStateException("no primary"));
        node.pass(Duration.ofSeconds(10));

        assertThat(selects(node)).isTrue();
    }

    @Test
    void a_node_that_never_read_the_series_refuses_during_an_outage() {
        activate(node, ALL, 1);
        Node other = node();
        other.outage.set(new IllegalStateException("no primary"));

        assertThatIllegalStateException().isThrownBy(() -> selects(other));
        other.outage.set(null);
        assertThat(selects(other)).isTrue();
    }

    @Test
    void a_rule_set_that_this_release_cannot_apply_is_not_replaced_by_the_one_before() {
        activate(node, ALL, 1);
        var newer = one("quantum(hs6)");
        var ref = new RuleSetRef(2, ContentHash.of(newer));
        node.append(2, new RuleSetPublished(ref, newer, Instant.EPOCH));
        node.append(3, new RuleSetActivated(ref, "newer release", Instant.EPOCH));

        assertThatExceptionOfType(NoActiveRuleSetException.class)
                .isThrownBy(() -> selects(node))
                .withMessageContaining("cannot be applied");

        node.send(new ActivateRuleSet(1, "back"));
        assertThat(selects(node)).isTrue();
    }

    @Test
    void the_first_start_publishes_and_activates_the_default() {
        node.start(ALL);

        assertThat(selects(node)).isTrue();
        assertThat(node.rules.version(1).publishedBy()).isEqualTo("holdfast");
        assertThat(node.history()).hasSize(2);
    }

    @Test
    void a_later_start_changes_nothing() {
        node.start(ALL);
        node().start(NONE);

        assertThat(node.history()).hasSize(2);
        assertThat(selects(nodes.getLast())).isTrue();
    }

    @Test
    void what_was_published_but_not_activated_is_made_good() {
        node.send(new PublishRuleSet(ALL));
        node().start(NONE);

        assertThat(node.history()).hasSize(2);
        assertThat(selects(nodes.getLast())).isTrue();
    }

    @RepeatedTest(10)
    void of_nodes_that_start_at_once_exactly_one_wins_and_the_others_take_its_rules() throws Exception {
        var together = new CyclicBarrier(4);
        var starts = new ArrayList<Callable<Boolean>>();
        for (int i = 0; i < 4; i++) {
            Node one = i == 0 ? node : node();
            RuleSet defaults = one("true || size(hs6) == " + i);
            starts.add(() -> {
                together.await(10, TimeUnit.SECONDS);
                one.start(defaults);
                return selects(one);
            });
        }
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var started : threads.invokeAll(starts, 60, TimeUnit.SECONDS)) {
                assertThat(started.get()).isTrue();
            }
        }

        assertThat(node.history()).hasExactlyElementsOfTypes(RuleSetPublished.class, RuleSetActivated.class);
    }

    private static void activate(Node node, RuleSet ruleSet, int version) {
        node.send(new PublishRuleSet(ruleSet));
        node.send(new ActivateRuleSet(version, "test"));
    }

    private static boolean selects(Node node) {
        return node.rules.screen(tea().build()).selected();
    }
}
