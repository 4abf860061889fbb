package io.holdfast.projection.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import io.holdfast.projection.support.mongo.DocumentMapping;
import io.holdfast.projection.support.mongo.LiveGenerations;
import io.holdfast.projection.support.mongo.TestStorage;
import io.holdfast.shipment.event.ShipmentEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.bson.Document;

/** Runs a projection as in production, on its own database and an in-memory log. */
public final class ProjectionHarness implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final TestMongo mongo = new TestMongo();
    private final ListedLog log = new ListedLog();
    private final ProjectionProperties properties;
    private final Projection projection;
    private final List<DocumentMapping<?>> mappings;
    private final List<ProjectionNode> nodes = new ArrayList<>();
    private final List<ProjectionNode> crashed = new ArrayList<>();
    private final Map<ProjectionNode, CutOff> cutOffs = new IdentityHashMap<>();
    private final Map<ProjectionNode, ProjectionMonitor> monitors = new IdentityHashMap<>();

    private ProjectionHarness(
            ProjectionProperties properties, Projection projection, List<DocumentMapping<?>> mappings) {
        this.properties = properties;
        this.projection = projection;
        this.mappings = mappings;
    }

    /** Starts one node with the projection. */
    public static ProjectionHarness of(Projection projection, DocumentMapping<?>... mappings) {
        return of(quick(), projection, mappings);
    }

    /** The same with batches of this size, as in production. */
    public static ProjectionHarness inBatchesOf(int events, Projection projection, DocumentMapping<?>... mappings) {
        var q = quick();
        var larger = new ProjectionProperties(
                q.database(),
                events,
                Duration.ofSeconds(10),
                q.watchInterval(),
                q.publishInterval(),
                q.gracePeriod(),
                q.maxParked(),
                q.maxWait(),
                q.workers());
        return of(larger, projection, mappings);
    }

    static ProjectionHarness of(
            ProjectionProperties properties, Projection projection, DocumentMapping<?>... mappings) {
        var harness = new ProjectionHarness(properties, projection, List.of(mappings));
        harness.startNode();
        return harness;
    }

    /** Settings with short intervals, so that tests need not wait. */
    public static ProjectionProperties quick() {
        return new ProjectionProperties(
                null,
                100,
                Duration.ofSeconds(2),
                Duration.ofMillis(50),
                Duration.ofMillis(50),
                Duration.ofMillis(200),
                100,
                Duration.ofSeconds(5),
                2);
    }

    /** Starts another node, with this projection or with another of the same name. */
    public ProjectionNode startNode(Projection... instead) {
        String name = UUID.randomUUID().toString();
        var cutOff = new CutOff();
        var storage = cutOff.around(TestStorage.of(mongo.database(), mappings, name, properties.lease()));
        Projection run = instead.length == 0 ? projection : instead[0];
        var bench = ProcessorResources.of(log, storage, properties, InstantSource.system());
        var node = new ProjectionNode(List.of(run), bench);
        nodes.add(node);
        cutOffs.put(node, cutOff);
        monitors.put(node, new ProjectionMonitor(node, bench));
        node.start();
        return node;
    }

    /** Cuts the node off from the database for good; its segments stay claimed. */
    public void crash(ProjectionNode node) {
        cutOffs.get(node).now();
        nodes.remove(node);
        crashed.add(node);
    }

    public void stopNode(ProjectionNode node) {
        node.close();
        nodes.remove(node);
    }

    /** The first running node. */
    public ProjectionNode node() {
        return nodes.getFirst();
    }

    /** Reports the state of the projection. */
    public ProjectionMonitor monitor() {
        return monitors.get(node());
    }

    public ListedLog log() {
        return log;
    }

    public MongoDatabase database() {
        return mongo.database();
    }

    public Projection projection() {
        return projection;
    }

    /** Appends events of shipments. */
    public ProjectionHarness given(List<? extends ShipmentEvent> events) {
        events.forEach(log::append);
        return this;
    }

    /** Appends events of shipments. */
    public ProjectionHarness given(ShipmentEvent... events) {
        return given(List.of(events));
    }

    /** Appends any event. */
    public ProjectionHarness given(String aggregate, Object event, Instant at, Map<String, String> metadata) {
        log.append(aggregate, event, at, metadata);
        return this;
    }

    /** Waits until the projection has processed the whole log. */
    public ProjectionHarness caughtUp() {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(node().position(projection.name())).isGreaterThanOrEqualTo(log.head()));
        return this;
    }

    /** The read models as query handlers get them. */
    public LiveGenerations readModels() {
        return TestStorage.readModels(mongo.database(), node());
    }

    /** The documents of the live generation, by identifier. */
    public Map<String, Document> documents(CollectionName<?> collection) {
        return TestStorage.documents(mongo.database(), node().liveGeneration(projection.name()), collection);
    }

    /** The documents of every collection of the live generation. */
    public Map<String, Map<String, Document>> documents() {
        var all = new TreeMap<String, Map<String, Document>>();
        projection.collections().forEach(collection -> all.put(collection.name(), documents(collection)));
        return all;
    }

    /** Rebuilds, and waits until the new generation is live. */
    public void rebuild() {
        Generation next = node().rebuild(projection.name(), "tester").generation();
        awaitLive(next);
    }

    public void awaitLive(Generation generation) {
        await().atMost(PATIENCE)
                .until(() -> nodes.stream()
                        .allMatch(n -> n.liveGeneration(projection.name()).equals(generation)));
    }

    @Override
    public void close() {
        nodes.forEach(ProjectionNode::close);
        crashed.forEach(ProjectionNode::close);
        mongo.close();
    }
}
