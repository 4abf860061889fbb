package io.holdfast.eventstore;

import static io.holdfast.eventstore.Events.all;
import static io.holdfast.eventstore.Events.event;
import static io.holdfast.eventstore.Events.events;
import static io.holdfast.eventstore.Events.take;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.holdfast.eventstore.block.Block;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TailingTest {

    private static final Duration NEVER = Duration.ofHours(1);

    private final TestServer server = new TestServer();
    private final List<BlockEventStorageEngine> engines = new ArrayList<>();

    private BlockEventStorageEngine engine(EngineBuilder builder) {
        BlockEventStorageEngine engine = builder.build();
        engines.add(engine);
        return engine;
    }

    @AfterEach
    void close() {
        engines.forEach(BlockEventStorageEngine::close);
        server.close();
    }

    @Test
    void streams_on_two_nodes_deliver_the_one_order_of_the_log_while_both_write() throws Exception {
        List<BlockEventStorageEngine> nodes = List.of(
                engine(server.engine().pollInterval(Duration.ofMillis(5))),
                engine(server.engine().pollInterval(Duration.ofMillis(5))));
        int writers = 16;
        int each = 25;
        List<List<String>> seen = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<String>>> readers = new ArrayList<>();
            for (BlockEventStorageEngine node : nodes) {
                readers.add(threads.submit(() -> {
                    try (TrackingEventStream stream = node.openStream(null)) {
                        return take(stream, writers * each);
                    }
                }));
            }
            for (int writer = 0; writer < writers; writer++) {
                String aggregate = "agg-" + writer;
                BlockEventStorageEngine node = nodes.get(writer % 2);
                threads.submit(() -> IntStream.range(0, each).forEach(i -> node.appendEvents(event(aggregate, i))));
            }
            for (Future<List<String>> reader : readers) {
                seen.add(reader.get(30, TimeUnit.SECONDS));
            }
        }
        List<String> log = all(nodes.getFirst()).stream()
                .<String>map(TrackedEventMessage::getIdentifier)
                .toList();
        assertThat(seen.get(0)).isEqualTo(log);
        assertThat(seen.get(1)).isEqualTo(log);
    }

    @Test
    void tokens_grow_and_a_stream_goes_on_from_any_of_them_across_blocks() throws Exception {
        BlockEventStorageEngine engine = engine(server.engine());
        for (int block = 0; block < 40; block++) {
            engine.appendEvents(events("agg-" + block, 1 + block % 3));
        }
        List<TrackedEventMessage<?>> log = all(engine);
        assertThat(log)
                .extracting(event -> ((GlobalSequenceTrackingToken) event.trackingToken()).getGlobalIndex())
                .isSorted()
                .doesNotHaveDuplicates();
        for (int i = 0; i < log.size() - 1; i++) {
            try (TrackingEventStream stream = engine.openStream(log.get(i).trackingToken())) {
                assertThat(stream.hasNextAvailable()).isTrue();
                assertThat(stream.nextAvailable().getIdentifier())
                        .isEqualTo(log.get(i + 1).getIdentifier());
            }
        }
        try (TrackingEventStream stream = engine.openStream(log.getLast().trackingToken())) {
            assertThat(stream.hasNextAvailable()).isFalse();
            assertThat(stream.peek()).isEmpty();
        }
    }

    @Test
    void a_local_append_calls_back_without_waiting_for_a_poll() throws Exception {
        BlockEventStorageEngine engine = engine(server.engine().pollInterval(NEVER));
        var called = new CountDownLatch(1);
        try (TrackingEventStream stream = engine.openStream(null)) {
            assertThat(stream.setOnAvailableCallback(called::countDown)).isTrue();
            assertThat(stream.hasNextAvailable()).isFalse();
            engine.appendEvents(event("a", 0));
            assertThat(called.await(5, TimeUnit.SECONDS)).isTrue();
            assertThat(stream.hasNextAvailable()).isTrue();
        }
    }

    @Test
    void a_waiting_reader_wakes_for_a_local_append_and_for_a_foreign_one() throws Exception {
        BlockEventStorageEngine here = engine(server.engine().pollInterval(Duration.ofMillis(10)));
        BlockEventStorageEngine there = engine(server.engine());
        try (TrackingEventStream stream = here.openStream(null);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Boolean> local = threads.submit(() -> stream.hasNextAvailable(10, TimeUnit.SECONDS));
            here.appendEvents(event("a", 0));
            assertThat(local.get(5, TimeUnit.SECONDS)).isTrue();
            stream.nextAvailable();
            Future<Boolean> foreign = threads.submit(() -> stream.hasNextAvailable(10, TimeUnit.SECONDS));
            there.appendEvents(event("b", 0));
            assertThat(foreign.get(5, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void a_pooled_processor_handles_a_local_event_well_before_its_own_half_second() throws Exception {
        BlockEventStorageEngine engine = engine(server.engine().pollInterval(NEVER));
        BlockEventStore store = BlockEventStore.builder(engine).build();
        var handled = new ConcurrentLinkedQueue<Long>();
        var listener = new Object() {
            @org.axonframework.eventhandling.EventHandler
            void on(String event) {
                handled.add(System.nanoTime());
            }
        };
        PooledStreamingEventProcessor processor = PooledStreamingEventProcessor.builder()
                .name("test")
                .messageSource(store)
                .tokenStore(new InMemoryTokenStore())
                .transactionManager(NoTransactionManager.instance())
                .coordinatorExecutor(Executors.newScheduledThreadPool(1))
                .workerExecutor(Executors.newScheduledThreadPool(1))
                .initialSegmentCount(1)
                .initialToken(source -> null)
                .eventHandlerInvoker(SimpleEventHandlerInvoker.builder()
                        .eventHandlers(listener)
                        .build())
                .build();
        processor.start();
        try {
            store.publish(event("warm", 0));
            await().until(() -> handled.size() == 1);
            long total = 0;
            for (int i = 1; i <= 20; i++) {
                int expected = i + 1;
                store.publish(event("warm", i));
                long published = System.nanoTime();
                await().pollInterval(Duration.ofMillis(1)).until(() -> handled.size() == expected);
                total += handled.stream().mapToLong(Long::longValue).max().orElseThrow() - published;
            }
            assertThat(Duration.ofNanos(total / 20)).isLessThan(Duration.ofMillis(100));
        } finally {
            processor.shutDown();
        }
    }

    @Test
    void a_stream_goes_past_events_that_an_upcaster_drops() throws Exception {
        EventUpcaster dropsAll =
                events -> events.filter(event -> event.getSequenceNumber().orElse(0L) == 9L);
        EngineBuilder builder = server.engine();
        builder.upcasterChain(dropsAll);
        BlockEventStorageEngine engine = engine(builder);
        for (int i = 0; i < 10; i++) {
            engine.appendEvents(event("a", i));
        }
        try (TrackingEventStream stream = engine.openStream(null)) {
            assertThat(stream.nextAvailable().trackingToken()).isEqualTo(new GlobalSequenceTrackingToken(9 * 4096));
            assertThat(stream.hasNextAvailable()).isFalse();
        }
    }

    @Test
    void an_upcaster_that_makes_two_of_one_gives_both_the_same_token() throws Exception {
        EventUpcaster doubles = TailingTest::twice;
        EngineBuilder builder = server.engine();
        builder.upcasterChain(doubles);
        BlockEventStorageEngine engine = engine(builder);
        engine.appendEvents(event("a", 0), event("a", 1));
        try (TrackingEventStream stream = engine.openStream(null)) {
            assertThat(List.of(
                            stream.nextAvailable().trackingToken(),
                            stream.nextAvailable().trackingToken(),
                            stream.nextAvailable().trackingToken(),
                            stream.nextAvailable().trackingToken()))
                    .containsExactly(
                            new GlobalSequenceTrackingToken(0),
                            new GlobalSequenceTrackingToken(0),
                            new GlobalSequenceTrackingToken(1),
                            new GlobalSequenceTrackingToken(1));
        }
    }

    private static Stream<IntermediateEventRepresentation> twice(Stream<IntermediateEventRepresentation> events) {
        return events.flatMap(event -> Stream.of(event, event));
    }

    @Test
    void nobody_polls_while_no_stream_is_open() throws Exception {
        var reads = new AtomicInteger();
        BlockEventStorageEngine engine =
                engine(server.engine().pollInterval(Duration.ofMillis(1)).reading(store -> new GatedReader(store) {
                    @Override
                    public List<Block> read(long first, int most) {
                        reads.incrementAndGet();
                        return super.read(first, most);
                    }
                }));
        try (TrackingEventStream stream = engine.openStream(null)) {
            await().until(() -> reads.get() > 5);
            assertThat(stream.hasNextAvailable()).isFalse();
        }
        await().pollDelay(Duration.ofMillis(50)).until(() -> {
            int before = reads.get();
            return !new CountDownLatch(1).await(50, TimeUnit.MILLISECONDS) && reads.get() == before;
        });
    }

    @Test
    void a_token_of_another_store_is_refused() {
        BlockEventStorageEngine engine = engine(server.engine());
        assertThatThrownBy(() -> engine.openStream(GapAwareTrackingToken.newInstance(3, List.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Not a token of this log");
    }

    @Test
    void a_subscriber_of_the_bus_gets_events_in_the_prepare_commit_phase() {
        BlockEventStore store = BlockEventStore.builder(engine(server.engine())).build();
        List<EventMessage<?>> got = new ArrayList<>();
        store.subscribe(got::addAll);
        store.publish(event("a", 0));
        assertThat(got).hasSize(1);
        assertThat(store.head()).isZero();
        assertThat(store.knownHead()).isZero();
    }
}
