package io.holdfast.eventstore;

import static io.holdfast.eventstore.Events.all;
import static io.holdfast.eventstore.Events.event;
import static io.holdfast.eventstore.Events.eventAt;
import static io.holdfast.eventstore.Events.events;
import static io.holdfast.eventstore.Events.sequences;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.eventstore.block.Block;
import io.holdfast.eventstore.block.ServerCapabilities;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReadingTest {

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

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_load_gives_the_events_of_one_aggregate_in_order_whichever_way_the_server_filters(boolean filtersArrays) {
        BlockEventStorageEngine engine =
                engine(server.engine().capabilities(new ServerCapabilities(filtersArrays, false)));
        for (int i = 0; i < 30; i++) {
            engine.appendEvents(event("a", 2L * i), event("a#1", i), event("$a", i), event("a", 2L * i + 1));
        }
        assertThat(sequences(engine, "a"))
                .isEqualTo(LongStream.range(0, 60).boxed().toList());
        assertThat(sequences(engine, "a#1"))
                .isEqualTo(LongStream.range(0, 30).boxed().toList());
        if (!filtersArrays
                || server.capabilities().filtersArrays()) { // an embedded server reads even a $literal as a path
            assertThat(sequences(engine, "$a"))
                    .isEqualTo(LongStream.range(0, 30).boxed().toList());
        }
        assertThat(sequences(engine, "nobody")).isEmpty();
        assertThat(engine.readEvents("a", 57).asStream().<Long>map(DomainEventMessage::getSequenceNumber))
                .containsExactly(57L, 58L, 59L);
    }

    @Test
    void the_last_sequence_number_is_found_however_long_the_stream() {
        BlockEventStorageEngine engine = engine(server.engine());
        engine.appendEvents(event("one", 0));
        engine.appendEvents(events("some", 130));
        engine.appendEvents(events("many", 3000));
        assertThat(engine.lastSequenceNumberFor("none")).isEmpty();
        assertThat(engine.lastSequenceNumberFor("one")).contains(0L);
        assertThat(engine.lastSequenceNumberFor("some")).contains(129L);
        assertThat(engine.lastSequenceNumberFor("many")).contains(2999L);
    }

    @Test
    void an_event_comes_back_as_it_was_written() {
        BlockEventStorageEngine engine = engine(server.engine());
        DomainEventMessage<String> written = event("a", 0, "çà ✓ \u0000 \"quoted\"");
        engine.appendEvents(written);
        DomainEventMessage<?> read = engine.readEvents("a").next();
        assertThat(read.getPayload()).isEqualTo(written.getPayload());
        assertThat(read.getMetaData()).isEqualTo(written.getMetaData());
        assertThat(read.getTimestamp()).isEqualTo(written.getTimestamp());
        assertThat(read.getIdentifier()).isEqualTo(written.getIdentifier());
        assertThat(read.getType()).isEqualTo("Thing");
    }

    @Test
    void a_token_at_a_time_stands_before_the_first_event_of_that_time_or_later_in_the_order_of_the_log() {
        BlockEventStorageEngine engine = engine(server.engine());
        var random = new Random(7);
        Instant start = Instant.parse("2026-01-01T00:00:00Z");
        for (int block = 0; block < 60; block++) {
            List<DomainEventMessage<?>> commit = new ArrayList<>();
            for (int i = 0; i <= random.nextInt(4); i++) {
                commit.add(eventAt("agg-" + block, i, start.plusSeconds(10L * block + random.nextInt(35))));
            }
            engine.appendEvents(commit);
        }
        List<TrackedEventMessage<?>> log = all(engine);
        for (int second = -5; second < 650; second += 3) {
            Instant at = start.plusSeconds(second);
            List<String> expected = log.stream()
                    .dropWhile(event -> event.getTimestamp().isBefore(at))
                    .<String>map(TrackedEventMessage::getIdentifier)
                    .toList();
            TrackingToken token = engine.createTokenAt(at);
            assertThat(engine.readEvents(token, false)
                            .<String>map(TrackedEventMessage::getIdentifier)
                            .toList())
                    .isEqualTo(expected);
        }
    }

    @Test
    void an_empty_log_has_neither_head_nor_tail() {
        BlockEventStorageEngine engine = engine(server.engine());
        assertThat(engine.createHeadToken()).isNull();
        assertThat(engine.createTailToken()).isNull();
        assertThat(engine.createTokenAt(Instant.now())).isNull();
        assertThat(engine.knownHead()).isEqualTo(-1);
    }

    @Test
    void an_older_snapshot_never_takes_the_place_of_a_newer_one() {
        BlockEventStorageEngine engine = engine(server.engine());
        engine.storeSnapshot(event("a", 5, "at five"));
        engine.storeSnapshot(event("a", 3, "at three"));
        assertThat(engine.readSnapshot("a").orElseThrow().getPayload()).isEqualTo("at five");
        engine.storeSnapshot(event("a", 5, "at five again"));
        assertThat(engine.readSnapshot("a").orElseThrow().getPayload()).isEqualTo("at five again");
        engine.storeSnapshot(event("a", 8, "at eight"));
        assertThat(engine.readSnapshot("a").orElseThrow().getPayload()).isEqualTo("at eight");
        assertThat(engine.readSnapshot("b")).isEmpty();
    }

    @Test
    void a_second_process_goes_on_where_the_first_one_ended() {
        engine(server.engine()).appendEvents(events("a", 3));
        BlockEventStorageEngine next = engine(server.engine());
        next.appendEvents(event("a", 3));
        assertThat(sequences(next, "a")).containsExactly(0L, 1L, 2L, 3L);
        assertThat(server.blocks()).extracting(Block::number).containsExactly(0L, 1L);
    }

    @Test
    void a_builder_without_a_client_is_refused() {
        assertThatThrownBy(() -> BlockEventStorageEngine.builder().build()).isInstanceOf(IllegalStateException.class);
    }
}
