package io.holdfast.benchmarks.queues;

import io.holdfast.benchmarks.peer.EmbeddedProcess;
import io.holdfast.projection.QuerySideApplication;
import io.holdfast.projection.support.Batch;
import io.holdfast.projection.support.Generation;
import io.holdfast.projection.support.ProjectedEvent;
import io.holdfast.projection.support.ProjectionNode;
import io.holdfast.projection.support.ProjectionStorage;
import io.holdfast.projection.workqueue.WorkQueueProjection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The query side as shipped, on an embedded server in a process of its own. Its cases are written by the projection's
 * own code from the same events, but without an event log, which would take longer to fill than to read.
 */
final class QueueNode implements AutoCloseable {
    private static final int CASES_AT_ONCE = 2_000;
    private static final long PATIENCE_SECONDS = 60;

    private final EmbeddedProcess server;
    private final ConfigurableApplicationContext context;
    private final QueryGateway queries;
    private final int cases;

    private QueueNode(EmbeddedProcess server, ConfigurableApplicationContext context, int cases) {
        this.server = server;
        this.context = context;
        this.queries = context.getBean(QueryGateway.class);
        this.cases = cases;
    }

    static QueueNode start(Path folder, int cases) throws IOException {
        var server = EmbeddedProcess.start(Files.createDirectories(folder));
        try {
            var context = new SpringApplicationBuilder(QuerySideApplication.class)
                    .profiles("demo")
                    .registerShutdownHook(false)
                    .run(
                            "--server.port=0",
                            "--server.address=127.0.0.1",
                            "--spring.mongodb.uri=" + server.uri(),
                            "--holdfast.live.max-watchers-per-user=100000",
                            "--logging.level.root=error");
            return new QueueNode(server, context, cases);
        } catch (RuntimeException failed) {
            server.close();
            throw failed;
        }
    }

    int cases() {
        return cases;
    }

    EmbeddedProcess server() {
        return server;
    }

    int port() {
        return Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer(), "it serves the web")
                .getPort();
    }

    EventStore log() {
        return context.getBean(EventStore.class);
    }

    /** Writes the cases as fast as the server accepts them. */
    void fill() {
        var projection = context.getBean(WorkQueueProjection.class);
        var storage = context.getBean(ProjectionStorage.class);
        Generation generation = context.getBean(ProjectionNode.class).liveGeneration(WorkQueueProjection.NAME);
        var source = new CaseSource();
        for (int first = 0; first < cases; first += CASES_AT_ONCE) {
            var events = new ArrayList<ProjectedEvent>();
            var shipments = new HashSet<String>();
            for (int i = first; i < Math.min(cases, first + CASES_AT_ONCE); i++) {
                events.addAll(source.history(i));
                shipments.add(CaseSource.shipment(i).value());
            }
            Batch batch =
                    storage.documents().batch(projection, generation, new Batch.Plan(shipments, shipments, false));
            for (ProjectedEvent event : events) {
                batch.begin(event);
                projection.on(event, batch);
            }
            batch.flush();
        }
    }

    /** Answers a query with the query side's own handler. */
    <A> A ask(Object question, Class<A> type) {
        try {
            return queries.query(question, type).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failed) {
            throw new IllegalStateException("No answer to " + question, failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() {
        context.close();
        server.close();
    }

    /** The measured facts about the server. */
    List<String> facts() {
        return List.of("%,d cases: %,d MB on disk, server's live heap %,d MB"
                .formatted(cases, server.bytesOnDisk() >> 20, server.heap() >> 20));
    }
}
