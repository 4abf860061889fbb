package io.holdfast.projection.casefile.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.holdfast.actor.PortScope;
import io.holdfast.command.shipment.domain.Histories;
import io.holdfast.command.shipment.domain.OneOfEach;
import io.holdfast.embeddedmongo.EmbeddedMongo;
import io.holdfast.projection.QuerySideApplication;
import io.holdfast.projection.answer.QueryDispatcher;
import io.holdfast.projection.support.ProjectionBehindException;
import io.holdfast.projection.support.ProjectionNode;
import io.holdfast.query.CaseList;
import io.holdfast.query.CaseParts.Note;
import io.holdfast.query.ReadCaseList;
import io.holdfast.shipment.EntryId;
import io.holdfast.shipment.SelectionBasis;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.shipment.event.ShipmentEvent.NoteAdded;
import io.holdfast.shipment.event.ShipmentEvent.ShipmentTargeted;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.bson.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A database from a release without lists. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ListsOfAnOlderReleaseTest {
    private static final ShipmentId SHIPMENT = new ShipmentId("OLD-1");
    private static final int NOTES = 3000;

    @Test
    void a_list_is_whole_or_not_answered_yet_and_soon_whole() {
        try (var server = EmbeddedMongo.inMemory()) {
            try (var before = start(server)) {
                write(before.getBean(EventStore.class));
                caughtUp(before, "casefile");
            }
            forgetLists(server);
            try (var after = start(server)) {
                var asking = after.getBean(QueryDispatcher.class);
                await().atMost(Duration.ofMinutes(1))
                        .pollInterval(Duration.ofMillis(1))
                        .until(() -> answered(asking));
                caughtUp(after, "caselists");
                assertThat(answered(asking)).isTrue();
            }
        }
    }

    /** Whether the newest notes, which are written last, are available. */
    private static boolean answered(QueryDispatcher asking) {
        var question = new ReadCaseList(SHIPMENT, CaseList.NOTES, PortScope.all(), true, null, 1);
        Throwable behind = catchThrowable(() -> {
            var page = asking.ask(question, ReadCaseList.Answer.class).page();
            assertThat(page).isNotNull();
            assertThat(page.items())
                    .singleElement()
                    .satisfies(
                            item -> assertThat(((Note) item).noteId().value()).isEqualTo("n" + NOTES));
        });
        if (behind instanceof AssertionError wrong) {
            throw wrong;
        }
        assertThat(behind)
                .satisfiesAnyOf(
                        none -> assertThat(none).isNull(),
                        late -> assertThat(late).isInstanceOf(ProjectionBehindException.class));
        return behind == null;
    }

    private static ConfigurableApplicationContext start(EmbeddedMongo server) {
        return new SpringApplicationBuilder(QuerySideApplication.class)
                .registerShutdownHook(false)
                .run(
                        "--server.port=0",
                        "--spring.mongodb.uri=" + server.connectionString(),
                        "--holdfast.security.jwt-issuer=https://issuer.example",
                        "--holdfast.security.audience=holdfast");
    }

    private static void write(EventStore log) {
        var opened = new ShipmentTargeted(
                SHIPMENT, Histories.declaration(SHIPMENT, "2704"), SelectionBasis.MANUAL, null, "tip", OneOfEach.at(0));
        log.publish(new GenericDomainEventMessage<>("Shipment", SHIPMENT.value(), 0, opened, Map.of()));
        for (int n = 1; n <= NOTES; n++) {
            var note = new NoteAdded(SHIPMENT, new EntryId("n" + n), "note " + n, OneOfEach.at(n));
            log.publish(new GenericDomainEventMessage<>("Shipment", SHIPMENT.value(), n, note, Map.of()));
        }
    }

    private static void caughtUp(ConfigurableApplicationContext context, String projection) {
        long head =
                context.getBean(EventStore.class).createHeadToken().position().orElseThrow();
        var node = context.getBean(ProjectionNode.class);
        await().atMost(Duration.ofMinutes(1)).until(() -> node.position(projection) >= head);
    }

    /** Removes everything that such a database does not have: the lists' documents, tokens and register entry. */
    private static void forgetLists(EmbeddedMongo server) {
        Document of = new Document("_id", Pattern.compile("^caselists"));
        try (MongoClient client = MongoClients.create(server.connectionString())) {
            MongoDatabase database = client.getDatabase("holdfast");
            for (String collection : database.listCollectionNames()) {
                if (collection.startsWith("caselists_")) {
                    database.getCollection(collection).drop();
                } else if (collection.startsWith("projection")) {
                    database.getCollection(collection).deleteMany(of);
                }
            }
            assertThat(database.getCollection("projections").countDocuments(of)).isZero();
        }
    }
}
