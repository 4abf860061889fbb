package io.holdfast.eventstore;

import static io.holdfast.eventstore.Events.event;
import static io.holdfast.eventstore.Events.events;
import static io.holdfast.eventstore.Events.sequences;
import static io.holdfast.eventstore.Events.take;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.eventstore.block.Block;
import io.holdfast.eventstore.block.StoredEvent;
import io.holdfast.eventstore.read.LogReader;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.TrackingEventStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The amount read at once is bounded in bytes, however large single events are and however many are requested. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LargeEventsTest {
    private static final int MEGABYTE = 1024 * 1024;
    private static final int EVENTS = 12;
    /** One query may exceed the bound: by four events, of two megabytes here. */
    private static final long BOUND = LogReader.MAX_BYTES + 4 * 2L * MEGABYTE + MEGABYTE;

    private final TestServer server = new TestServer();
    private final AtomicLong largest = new AtomicLong();
    private final List<Integer> counts = new ArrayList<>();
    private final BlockEventStorageEngine engine = server.engine()
            .cacheBytes(1)
            .reading(store -> new GatedReader(store) {
                @Override
                public List<Block> read(long first, int most) {
                    List<Block> blocks = super.read(first, most);
                    seen(blocks.size(), blocks.stream().mapToLong(Block::bytes).sum());
                    return blocks;
                }

                @Override
                public AggregateEvents ofAggregate(String aggregate, long firstSequence, int most) {
                    AggregateEvents read = super.ofAggregate(aggregate, firstSequence, most);
                    seen(
                            read.events().size(),
                            read.events().stream().mapToLong(StoredEvent::bytes).sum());
                    return read;
                }
            })
            .build();

    private void seen(int count, long bytes) {
        counts.add(count);
        largest.accumulateAndGet(bytes, Math::max);
    }

    @AfterEach
    void close() {
        engine.close();
        server.close();
    }

    private void appendLargeOnes() {
        String large = "x".repeat(2 * MEGABYTE);
        for (int i = 0; i < EVENTS; i++) {
            engine.appendEvents(event("large", i, large));
        }
        counts.clear();
        largest.set(0);
    }

    @Test
    void an_aggregate_of_large_events_is_read_a_few_megabytes_at_a_time() {
        appendLargeOnes();

        assertThat(sequences(engine, "large"))
                .isEqualTo(LongStream.range(0, EVENTS).boxed().toList());

        assertThat(largest.get()).isBetween(2L * MEGABYTE, BOUND);
    }

    @Test
    void a_stream_over_large_blocks_reads_a_few_megabytes_at_a_time() throws Exception {
        appendLargeOnes();

        try (TrackingEventStream stream = engine.openStream(null)) {
            assertThat(take(stream, EVENTS)).hasSize(EVENTS);
        }
        assertThat(engine.readEvents(null, false).count()).isEqualTo(EVENTS);

        assertThat(largest.get()).isBetween(2L * MEGABYTE, BOUND);
    }

    @Test
    void small_events_are_still_read_a_hundred_at_a_time() {
        engine.appendEvents(events("small", 250));
        for (int i = 250; i < 260; i++) {
            engine.appendEvents(event("small", i));
        }
        counts.clear();

        assertThat(sequences(engine, "small"))
                .isEqualTo(LongStream.range(0, 260).boxed().toList());

        assertThat(counts).hasSizeLessThanOrEqualTo(3);
    }
}
