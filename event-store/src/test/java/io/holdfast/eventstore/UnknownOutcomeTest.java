package io.holdfast.eventstore;

import static io.holdfast.eventstore.Events.all;
import static io.holdfast.eventstore.Events.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import io.holdfast.eventstore.api.CommitPositions;
import io.holdfast.eventstore.api.NotStoredException;
import io.holdfast.eventstore.api.OutcomeUnknownException;
import io.holdfast.eventstore.append.Draft;
import io.holdfast.eventstore.append.LogWriter;
import io.holdfast.eventstore.append.Outcome;
import io.holdfast.eventstore.block.Block;
import io.holdfast.eventstore.block.BlockHeader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class UnknownOutcomeTest {

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

    private static UnaryOperator<LogWriter> onInsert(
            java.util.function.BiFunction<LogWriter, Draft, Outcome.OfInsert> fault) {
        return store -> new GatedWriter(store) {
            @Override
            public Outcome.OfInsert insert(Draft draft) {
                return fault.apply(store, draft);
            }
        };
    }

    @Test
    void a_block_whose_reply_is_lost_is_stored_once_and_its_writer_told_so() {
        var attempts = new AtomicInteger();
        BlockEventStorageEngine engine = engine(server.engine().writing(onInsert((store, draft) -> {
            Outcome.OfInsert outcome = store.insert(draft);
            return attempts.getAndIncrement() == 0 ? new Outcome.Uncertain(new IllegalStateException("cut")) : outcome;
        })));
        var answer = CommitPositions.recording(() -> {
            engine.appendEvents(event("a", 0));
            return "stored";
        });
        assertThat(answer.position()).hasValue(0);
        assertThat(attempts).hasValue(2);
        assertThat(all(engine)).hasSize(1);
    }

    @Test
    void a_block_that_becomes_visible_between_the_questions_about_keys_and_ids_is_no_conflict() {
        var attempts = new AtomicInteger();
        BlockEventStorageEngine engine = engine(server.engine().writing(store -> new GatedWriter(store) {
            @Override
            public Outcome.OfInsert insert(Draft draft) {
                Outcome.OfInsert outcome = super.insert(draft);
                return attempts.getAndIncrement() == 0
                        ? new Outcome.Uncertain(new IllegalStateException("cut"))
                        : outcome;
            }

            @Override
            public Optional<BlockHeader> header(long number) {
                return Optional.empty();
            }

            @Override
            public Outcome.ConflictsFound find(Collection<String> keys, Collection<String> ids) {
                return new Outcome.ConflictsFound(
                        Map.of(), super.find(keys, ids).ids());
            }
        }));
        engine.appendEvents(event("a", 0));
        assertThat(attempts).hasValue(2);
        assertThat(all(engine)).hasSize(1);
    }

    @Test
    void a_writer_that_runs_out_of_time_is_told_that_the_outcome_is_unknown() {
        BlockEventStorageEngine deaf = engine(server.engine()
                .appendTimeout(Duration.ofMillis(100))
                .writing(onInsert((_, _) -> new Outcome.Uncertain(new IllegalStateException("cut")))));
        assertThatThrownBy(() -> deaf.appendEvents(event("b", 0))).isInstanceOf(OutcomeUnknownException.class);
    }

    @Test
    void a_writer_whose_events_never_left_is_told_that_they_are_not_stored() {
        BlockEventStorageEngine engine = engine(server.engine()
                .appendTimeout(Duration.ofMillis(100))
                .writing(onInsert((_, _) -> new Outcome.NotSent(new IllegalStateException("no server")))));
        assertThatThrownBy(() -> engine.appendEvents(event("a", 0)))
                .isInstanceOfAny(NotStoredException.class, OutcomeUnknownException.class);
        assertThat(server.blocks()).isEmpty();
    }

    @Test
    void the_log_goes_on_after_a_block_of_unknown_outcome_that_arrives_late() {
        var lost = new ArrayList<Draft>();
        var log = new ArrayList<LogWriter>();
        BlockEventStorageEngine engine =
                engine(server.engine().appendTimeout(Duration.ofMillis(1500)).writing(onInsert((store, draft) -> {
                    log.add(store);
                    if (draft.keys().contains("slow#0")) {
                        lost.add(draft);
                        return new Outcome.Uncertain(new IllegalStateException("cut"));
                    }
                    return store.insert(draft);
                })));
        assertThatThrownBy(() -> engine.appendEvents(event("slow", 0))).isInstanceOf(OutcomeUnknownException.class);
        engine.appendEvents(event("next", 0));
        assertThat(log.getFirst().insert(lost.getFirst())).isInstanceOf(Outcome.Duplicate.class);
        assertThat(all(engine)).hasSize(1);
        assertThat(server.blocks()).extracting(Block::number).containsExactly(0L);
    }

    @Test
    void nothing_is_lost_or_doubled_when_connections_break_in_the_middle_of_writes() throws Exception {
        try (var proxy = CuttingProxy.before(server.uri, new Random(11));
                MongoClient through = proxy.client(server.uri)) {
            BlockEventStorageEngine engine = engine(server.engine(through).appendTimeout(Duration.ofSeconds(30)));
            int writers = 16;
            int each = 30;
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<?>> running = new ArrayList<>();
                proxy.cutEvery(7);
                for (int writer = 0; writer < writers; writer++) {
                    String aggregate = "agg-" + writer;
                    running.add(threads.submit(() -> {
                        for (int i = 0; i < each; i++) {
                            engine.appendEvents(event(aggregate, i));
                        }
                    }));
                }
                for (Future<?> writer : running) {
                    writer.get(60, TimeUnit.SECONDS);
                }
                proxy.heal();
            }
            assertThat(proxy.cuts()).isGreaterThan(5);
            BlockEventStorageEngine direct = engine(server.engine());
            List<TrackedEventMessage<?>> log = all(direct);
            assertThat(log).hasSize(writers * each);
            assertThat(log.stream().map(event -> {
                        var domain = (DomainEventMessage<?>) event;
                        return domain.getAggregateIdentifier() + "#" + domain.getSequenceNumber();
                    }))
                    .doesNotHaveDuplicates();
        }
    }
}
