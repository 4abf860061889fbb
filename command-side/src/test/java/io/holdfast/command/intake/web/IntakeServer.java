package io.holdfast.command.intake.web;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Updates;
import io.holdfast.command.CommandSideApplication;
import io.holdfast.command.targeting.ActiveRuleSet;
import io.holdfast.command.targeting.Outages;
import io.holdfast.command.targeting.Screener;
import io.holdfast.embeddedmongo.EmbeddedMongo;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** The command side as it runs in the demo, on a database of its own; screening fails for shipments that ask for it. */
public final class IntakeServer implements AutoCloseable {
    /** A shipment for which no rule set is active. */
    static final String NO_RULES = "NO-RULES";
    /** A shipment at which the store becomes unavailable. */
    static final String STORE_DOWN = "STORE-DOWN";
    /** In bytes. */
    static final int SPOOL_LIMIT = 1024 * 1024;

    private static final String NAMED = System.getenv("HOLDFAST_TEST_MONGODB_URI");

    private static @Nullable IntakeServer shared;

    private final EmbeddedMongo mongo = EmbeddedMongo.inMemory();
    private final ConfigurableApplicationContext context;
    private final String uri;

    public IntakeServer() {
        uri = (NAMED == null ? mongo.connectionString() : NAMED)
                .replaceFirst("/\\?|/?$", "/holdfast-" + UUID.randomUUID() + "?");
        context = new SpringApplicationBuilder(CommandSideApplication.class, FailingScreener.class)
                .profiles("demo")
                .run(
                        "--server.port=0",
                        "--spring.mongodb.uri=" + uri,
                        "--holdfast.targeting.default-seed=7",
                        "--holdfast.intake.spool-limit=" + SPOOL_LIMIT + "B",
                        "--logging.level.de.bwaldvogel=warn",
                        "--logging.level.org.mongodb=warn");
    }

    /** The server shared by all tests of this JVM that do not activate other rules; started at its first use. */
    static synchronized IntakeServer shared() {
        if (shared == null) {
            shared = new IntakeServer();
            Runtime.getRuntime().addShutdownHook(new Thread(shared::close, "end of the shared intake server"));
        }
        return shared;
    }

    public int port() {
        return ((WebServerApplicationContext) context).getWebServer().getPort();
    }

    public Caller as(String user) {
        return new Caller(port(), user);
    }

    /** How many events of a shipment the log holds. */
    long events(String shipment) {
        return context.getBean(EventStore.class).readEvents(shipment).asStream().count();
    }

    /** The sequence number of the last event of a stream. */
    public long last(String stream) {
        return context.getBean(EventStore.class).lastSequenceNumberFor(stream).orElseThrow();
    }

    /** Makes an event unreadable until the result is closed, as a damaged store or another release could. */
    public Spoilt spoil(String stream, long sequence) {
        String database = String.valueOf(new ConnectionString(uri).getDatabase());
        MongoCollection<Document> log =
                bean(MongoClient.class).getDatabase(database).getCollection("events");
        for (Document block : log.find()) {
            List<Document> events = block.getList("events", Document.class);
            for (int i = 0; i < events.size(); i++) {
                Document event = events.get(i);
                if (stream.equals(event.getString("aggregate"))
                        && sequence == event.get("sequence", Number.class).longValue()) {
                    var payload = "events." + i + ".payload";
                    var id = new Document("_id", block.get("_id"));
                    log.updateOne(id, Updates.set(payload, "{\"nonsense\":true}"));
                    return () -> log.updateOne(id, Updates.set(payload, event.get("payload")));
                }
            }
        }
        throw new AssertionError("no event " + sequence + " of " + stream);
    }

    /** It can be read again once this is closed. */
    public interface Spoilt extends AutoCloseable {
        @Override
        void close();
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
        mongo.close();
    }

    @Configuration(proxyBeanMethods = false)
    static class FailingScreener {
        @Bean
        @Primary
        Screener failingScreener(ActiveRuleSet rules) {
            return declaration -> switch (declaration.shipmentId().value()) {
                case NO_RULES -> throw Outages.noActiveRuleSet();
                case STORE_DOWN -> throw new IllegalStateException("the store is down");
                default -> rules.screen(declaration);
            };
        }
    }
}
