package io.holdfast.eventstore;

import static io.holdfast.eventstore.Events.all;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ClockJumpsTest {

    private final Clock before = GenericEventMessage.clock;

    @AfterEach
    void restore() {
        GenericEventMessage.clock = before;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void the_log_and_its_tokens_are_right_while_clocks_jump_back_and_forth(int seed) throws Exception {
        GenericEventMessage.clock = new Jumping(seed);
        var ledger = new Ledger();
        try (var server = new TestServer();
                BlockEventStorageEngine one = server.engine().build();
                BlockEventStorageEngine two = server.engine().build()) {
            write(ledger, seed, one, two);
            ledger.check(server);
            List<TrackedEventMessage<?>> log = all(one);
            var times = new TreeSet<Instant>();
            log.forEach(event -> times.add(event.getTimestamp()));
            times.add(times.first().minusSeconds(1));
            times.add(times.last().plusNanos(1));
            for (Instant time : times) {
                assertThat(two.createTokenAt(time)).as("token at %s", time).isEqualTo(tokenAt(time, log));
            }
        }
    }

    private static void write(Ledger ledger, int seed, BlockEventStorageEngine... nodes) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> writers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                var load = new Load(nodes[i % 2], "agg-" + i, seed * 10L + i, ledger::note);
                writers.add(threads.submit(() -> load.run(() -> ledger.stored() < 80)));
            }
            for (Future<?> writer : writers) {
                writer.get(30, TimeUnit.SECONDS);
            }
        }
    }

    /** The expected token, found by looking at every event. */
    private static TrackingToken tokenAt(Instant time, List<TrackedEventMessage<?>> log) {
        TrackingToken last = null;
        for (TrackedEventMessage<?> event : log) {
            if (!event.getTimestamp().isBefore(time)) {
                return last;
            }
            last = event.trackingToken();
        }
        return last;
    }

    /** A clock that runs by itself, sometimes jumps by up to a day, and sometimes stands still. */
    private static final class Jumping extends Clock {
        private final Random random;
        private Instant now = Instant.parse("2026-11-24T12:00:00Z");

        Jumping(int seed) {
            this.random = new Random(seed);
        }

        @Override
        public synchronized Instant instant() {
            now = switch (random.nextInt(8)) {
                case 0 -> now.plusSeconds(random.nextInt(-86_400, 86_400));
                case 1 -> now;
                default -> now.plusNanos(random.nextInt(2_000_000));
            };
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
