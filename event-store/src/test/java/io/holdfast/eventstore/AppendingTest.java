package io.holdfast.eventstore;

import static io.holdfast.eventstore.Events.all;
import static io.holdfast.eventstore.Events.event;
import static io.holdfast.eventstore.Events.events;
import static io.holdfast.eventstore.Events.sequences;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.eventstore.api.CommitPositions;
import io.holdfast.eventstore.api.CommitTooLargeException;
import io.holdfast.eventstore.api.NotStoredException;
import io.holdfast.eventstore.block.Block;
import io.holdfast.eventstore.block.BlockHeader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AppendingTest {

    private final TestServer server = new TestServer();
    private final List<BlockEventStorageEngine> engines = new ArrayList<>();

    private BlockEventStorageEngine engine() {
        return engine(server.engine());
    }

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
    void sixty_four_writers_on_three_engines_make_one_dense_log_that_holds_every_event_once() throws Exception {
        List<BlockEventStorageEngine> nodes = List.of(engine(), engine(), engine());
        int writers = 64;
        int commits = 20;
        runAll(writers, writer -> {
            for (int i = 0; i < commits; i++) {
                nodes.get(writer % 3).appendEvents(event("agg-" + writer, 2L * i), event("agg-" + writer, 2L * i + 1));
            }
        });

        List<Block> blocks = server.blocks();
        assertThat(blocks)
                .extracting(Block::number)
                .containsExactlyElementsOf(
                        LongStream.range(0, blocks.size()).boxed().toList());
        List<TrackedEventMessage<?>> log = all(nodes.getFirst());
        assertThat(log).hasSize(writers * commits * 2);
        assertThat(new HashSet<>(
                        log.stream().map(TrackedEventMessage::getIdentifier).toList()))
                .hasSize(log.size());
        for (int writer = 0; writer < writers; writer++) {
            String aggregate = "agg-" + writer;
            List<Long> expected = LongStream.range(0, 2L * commits).boxed().toList();
            assertThat(sequences(nodes.get(1), aggregate)).isEqualTo(expected);
            assertThat(log.stream()
                            .map(DomainEventMessage.class::cast)
                            .filter(event -> event.getAggregateIdentifier().equals(aggregate))
                            .map(DomainEventMessage::getSequenceNumber))
                    .isEqualTo(expected);
        }
    }

    @Test
    void commits_that_wait_together_share_a_block() throws Exception {
        var gate = new GatedWriter.Gate();
        BlockEventStorageEngine engine = engine(server.engine().writing(gate::guard));
        gate.shut();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> first = threads.submit(() -> engine.appendEvents(event("first", 0)));
            gate.awaitInsert();
            var started = new CountDownLatch(50);
            for (int i = 0; i < 50; i++) {
                String aggregate = "late-" + i;
                threads.submit(() -> {
                    started.countDown();
                    engine.appendEvents(event(aggregate, 0));
                });
            }
            started.await();
            gate.open();
            first.get(10, TimeUnit.SECONDS);
        }
        assertThat(all(engine)).hasSize(51);
        assertThat(server.blocks()).hasSizeLessThan(10);
    }

    @Test
    void a_conflict_in_a_block_fails_its_own_commit_and_no_other() throws Exception {
        BlockEventStorageEngine other = engine();
        other.appendEvents(events("contested", 2));
        other.appendEvents(event("created", 0));
        var gate = new GatedWriter.Gate();
        BlockEventStorageEngine engine = engine(server.engine().writing(gate::guard));
        gate.shut();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> blocker = threads.submit(() -> engine.appendEvents(event("blocker", 0)));
            gate.awaitInsert();
            Future<?> stale = threads.submit(() -> engine.appendEvents(event("contested", 1)));
            Future<?> again = threads.submit(() -> engine.appendEvents(event("created", 0)));
            List<Future<?>> good = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                String aggregate = "good-" + i;
                good.add(threads.submit(() -> engine.appendEvents(events(aggregate, 3))));
            }
            gate.open();
            blocker.get(10, TimeUnit.SECONDS);
            for (Future<?> commit : good) {
                commit.get(10, TimeUnit.SECONDS);
            }
            assertThatThrownBy(() -> stale.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(ConcurrencyException.class);
            assertThatThrownBy(() -> again.get(10, TimeUnit.SECONDS))
                    .hasCauseInstanceOf(AggregateStreamCreationException.class);
        }
        assertThat(all(other)).hasSize(3 + 1 + 30);
    }

    @Test
    void of_two_commits_with_one_sequence_number_exactly_one_is_stored() throws Exception {
        List<BlockEventStorageEngine> nodes = List.of(engine(), engine());
        nodes.getFirst().appendEvents(event("shared", 0));
        Set<Throwable> refused = java.util.concurrent.ConcurrentHashMap.newKeySet();
        for (long sequence = 1; sequence <= 20; sequence++) {
            long next = sequence;
            runAll(8, writer -> {
                try {
                    nodes.get(writer % 2).appendEvents(event("shared", next, "by " + writer));
                } catch (ConcurrencyException e) {
                    refused.add(e);
                }
            });
        }
        assertThat(refused).hasSize(20 * 7);
        assertThat(sequences(nodes.getFirst(), "shared"))
                .isEqualTo(LongStream.rangeClosed(0, 20).boxed().toList());
        assertThat(all(nodes.getFirst())).hasSize(21);
    }

    @Test
    void an_event_identifier_is_stored_once() {
        BlockEventStorageEngine engine = engine();
        DomainEventMessage<String> event = event("one", 1);
        engine.appendEvents(event);
        var sameId = new org.axonframework.eventhandling.GenericDomainEventMessage<>(
                "Thing", "two", 1, "payload", event.getMetaData(), event.getIdentifier(), event.getTimestamp());
        assertThatThrownBy(() -> engine.appendEvents(sameId)).isInstanceOf(ConcurrencyException.class);
    }

    @Test
    void a_commit_that_repeats_a_key_is_refused_before_it_is_sent() {
        BlockEventStorageEngine engine = engine();
        assertThatThrownBy(() -> engine.appendEvents(event("twice", 3), event("twice", 3)))
                .isInstanceOf(ConcurrencyException.class)
                .hasMessageContaining("[3]");
        assertThat(server.blocks()).isEmpty();
    }

    @Test
    void a_commit_above_8_MB_is_refused_before_it_is_sent() {
        BlockEventStorageEngine engine = engine();
        assertThatThrownBy(() -> engine.appendEvents(event("big", 0, "x".repeat(8 * 1024 * 1024))))
                .isInstanceOf(CommitTooLargeException.class);
        assertThat(server.blocks()).isEmpty();
        engine.appendEvents(event("big", 0, "x".repeat(7 * 1024 * 1024)));
        assertThat(server.blocks()).hasSize(1);
    }

    @Test
    void a_commit_of_more_than_4096_events_is_refused_and_one_of_4096_is_stored() {
        BlockEventStorageEngine engine = engine();
        assertThatThrownBy(() -> engine.appendEvents(events("many", 4097))).isInstanceOf(CommitTooLargeException.class);
        engine.appendEvents(events("many", 4096));
        assertThat(engine.createHeadToken().getGlobalIndex()).isEqualTo(4095);
        engine.appendEvents(event("many", 4096));
        assertThat(engine.createHeadToken().getGlobalIndex()).isEqualTo(4096);
        assertThat(sequences(engine, "many")).hasSize(4097).isSorted();
    }

    @Test
    void a_unit_of_work_writes_nothing_before_its_commit_phase_and_one_block_in_it() {
        BlockEventStorageEngine engine = engine();
        var unitOfWork = DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("command"));
        engine.appendEvents(event("a", 0));
        engine.appendEvents(event("b", 0));
        assertThat(server.blocks()).isEmpty();
        assertThat(CommitPositions.of(unitOfWork)).isEmpty();
        unitOfWork.commit();
        assertThat(server.blocks())
                .singleElement()
                .satisfies(block -> assertThat(block.events()).hasSize(2));
        assertThat(CommitPositions.of(unitOfWork)).hasValue(1);
    }

    @Test
    void a_nested_unit_of_work_is_written_with_its_root() {
        BlockEventStorageEngine engine = engine();
        var root = DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("outer"));
        engine.appendEvents(event("outer", 0));
        var nested = DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("inner"));
        engine.appendEvents(event("inner", 0));
        nested.commit();
        assertThat(server.blocks()).isEmpty();
        root.commit();
        assertThat(server.blocks())
                .singleElement()
                .satisfies(block -> assertThat(block.events()).hasSize(2));
    }

    @Test
    void a_rolled_back_unit_of_work_writes_nothing() {
        BlockEventStorageEngine engine = engine();
        var unitOfWork = DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("command"));
        engine.appendEvents(event("a", 0));
        unitOfWork.rollback(new IllegalStateException("no"));
        assertThat(server.blocks()).isEmpty();
        engine.appendEvents(event("a", 0));
        assertThat(all(engine)).hasSize(1);
    }

    @Test
    void whoever_records_learns_the_position_of_what_it_committed() {
        BlockEventStorageEngine engine = engine();
        engine.appendEvents(events("before", 3));
        var answer = CommitPositions.recording(() -> {
            engine.appendEvents(events("mine", 2));
            return "done";
        });
        assertThat(answer.result()).isEqualTo("done");
        assertThat(answer.position())
                .hasValue(engine.createHeadToken().getGlobalIndex())
                .hasValue(4096 + 1);
        assertThat(CommitPositions.recording(() -> "idle").position()).isEmpty();
    }

    @Test
    void a_closed_log_refuses_and_has_written_what_was_in_flight() throws Exception {
        var gate = new GatedWriter.Gate();
        BlockEventStorageEngine engine = engine(server.engine().writing(gate::guard));
        gate.shut();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> inFlight = threads.submit(() -> engine.appendEvents(event("last", 0)));
            gate.awaitInsert();
            Future<?> closing = threads.submit(engine::close);
            gate.open();
            inFlight.get(10, TimeUnit.SECONDS);
            closing.get(10, TimeUnit.SECONDS);
        }
        assertThat(server.blocks()).hasSize(1);
        assertThatThrownBy(() -> engine.appendEvents(event("late", 0))).isInstanceOf(NotStoredException.class);
    }

    @Test
    void every_block_carries_the_hash_of_the_one_before_and_a_running_maximum_of_time() throws Exception {
        BlockEventStorageEngine one = engine();
        BlockEventStorageEngine two = engine();
        runAll(8, writer -> {
            for (int i = 0; i < 10; i++) {
                (writer % 2 == 0 ? one : two).appendEvents(event("agg-" + writer, i));
            }
        });
        BlockHeader previous = BlockHeader.GENESIS;
        for (Block block : server.blocks()) {
            assertThat(block.previousHash()).isEqualTo(previous.hash());
            assertThat(block.header().maxAt()).isGreaterThanOrEqualTo(previous.maxAt());
            assertThat(block.header().hash().getData()).hasSize(32).isEqualTo(HashByTheBook.of(block));
            previous = block.header();
        }
    }

    private interface Work {
        void run(int writer) throws Exception;
    }

    private static void runAll(int writers, Work work) throws Exception {
        var failures = new ConcurrentLinkedQueue<Throwable>();
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < writers; i++) {
                int writer = i;
                threads.submit(() -> {
                    try {
                        start.await();
                        work.run(writer);
                    } catch (Throwable e) {
                        failures.add(e);
                    }
                });
            }
            start.countDown();
        }
        assertThat(failures).isEmpty();
    }
}
