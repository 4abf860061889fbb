package io.holdfast.eventstore;

import static io.holdfast.eventstore.Events.all;
import static io.holdfast.eventstore.Events.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.holdfast.eventstore.api.LogReplacedException;
import io.holdfast.eventstore.api.NotStoredException;
import io.holdfast.eventstore.block.Block;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.bson.RawBsonDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The log of a running engine is restored from an older copy, or replaced by another one. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReplacedLogTest {
    private static final Duration LOOK = Duration.ofMillis(100);

    private final TestServer server = new TestServer();
    private final AtomicInteger replacements = new AtomicInteger();
    private final BlockEventStorageEngine engine = server.engine()
            .pollInterval(Duration.ofMillis(5))
            .lookInterval(LOOK)
            .onReplaced(replacements::incrementAndGet)
            .build();

    @AfterEach
    void close() {
        engine.close();
        server.close();
    }

    private void append(String aggregate, int from, int to) {
        for (int sequence = from; sequence < to; sequence++) {
            engine.appendEvents(event(aggregate, sequence));
        }
    }

    private List<RawBsonDocument> stored() {
        return server.collection().find().into(new ArrayList<>());
    }

    private void replace(List<RawBsonDocument> blocks) {
        server.collection()
                .deleteMany(new RawBsonDocument(new org.bson.Document(), new org.bson.codecs.DocumentCodec()));
        if (!blocks.isEmpty()) {
            server.collection().insertMany(blocks);
        }
    }

    /** This many blocks with other events. */
    private static List<RawBsonDocument> another(int blocks) {
        var elsewhere = new TestServer();
        try (var other = elsewhere.engine().build()) {
            for (int sequence = 0; sequence < blocks; sequence++) {
                other.appendEvents(event("other", sequence));
            }
            return elsewhere.collection().find().into(new ArrayList<>());
        } finally {
            elsewhere.close();
        }
    }

    private void endsWhenReplacedBy(List<RawBsonDocument> blocks) throws InterruptedException {
        try (var stream = engine.openStream(null)) {
            while (stream.hasNextAvailable()) {
                stream.nextAvailable();
            }
            replace(blocks);
            await().untilAsserted(() ->
                    assertThatThrownBy(stream::hasNextAvailable).isInstanceOf(LogReplacedException.class));
        }
        GlobalSequenceTrackingToken head = engine.createHeadToken();
        assertThat(head == null ? -1 : head.getGlobalIndex()).isEqualTo(server.head());
        assertThat(all(engine)).hasSize(blocks.size());
    }

    private void goesOnWith(String aggregate, int next) {
        append(aggregate, next, next + 2);
        List<Block> blocks = server.blocks();
        for (int i = 1; i < blocks.size(); i++) {
            assertThat(blocks.get(i).follows(blocks.get(i - 1).header()))
                    .as("block %d", i)
                    .isTrue();
        }
        assertThat(all(engine)).extracting(TrackedEventMessage::getIdentifier).hasSize(blocks.size());
    }

    @Test
    void an_older_copy_ends_every_stream_and_the_next_block_follows_its_end() throws Exception {
        append("mine", 0, 3);
        List<RawBsonDocument> older = stored();
        append("mine", 3, 9);
        endsWhenReplacedBy(older);
        goesOnWith("mine", 3);
        assertThat(replacements).as("who keeps aggregates in memory is told").hasPositiveValue();
    }

    @Test
    void another_log_of_the_same_length_is_told_from_the_one_that_was_read() throws Exception {
        append("mine", 0, 5);
        endsWhenReplacedBy(another(5));
        goesOnWith("other", 5);
    }

    @Test
    void another_longer_log_is_not_taken_for_what_follows() throws Exception {
        append("mine", 0, 5);
        endsWhenReplacedBy(another(40));
        goesOnWith("other", 40);
    }

    @Test
    void an_empty_log_is_told_too() throws Exception {
        append("mine", 0, 5);
        endsWhenReplacedBy(List.of());
        goesOnWith("mine", 0);
    }

    /** Nobody reads here, so only the writer can detect it. */
    @Test
    void no_block_is_put_behind_a_gap() {
        append("mine", 0, 3);
        List<RawBsonDocument> older = stored();
        append("mine", 3, 9);
        replace(older);
        long since = System.nanoTime();
        await().until(() -> System.nanoTime() - since > LOOK.toNanos());
        assertThatThrownBy(() -> append("mine", 9, 10))
                .isInstanceOf(NotStoredException.class)
                .hasMessageContaining("replaced");
        assertThat(server.blocks()).hasSize(older.size());
        assertThat(replacements).hasPositiveValue();
        goesOnWith("mine", 3);
    }
}
