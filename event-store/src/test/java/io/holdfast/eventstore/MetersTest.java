package io.holdfast.eventstore;

import static io.holdfast.eventstore.Events.event;
import static io.holdfast.eventstore.Events.events;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.eventstore.append.Draft;
import io.holdfast.eventstore.append.Outcome;
import io.holdfast.eventstore.block.LogPosition;
import io.holdfast.eventstore.metrics.MicrometerMetrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MetersTest {

    private final TestServer server = new TestServer();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @AfterEach
    void close() {
        server.close();
    }

    private BlockEventStorageEngine engine(Function<Draft, Outcome.OfInsert> fault) {
        return server.engine()
                .metrics(new MicrometerMetrics(meters))
                .writing(store -> new GatedWriter(store) {
                    @Override
                    public Outcome.OfInsert insert(Draft draft) {
                        Outcome.OfInsert instead = fault.apply(draft);
                        return instead == null ? super.insert(draft) : instead;
                    }
                })
                .build();
    }

    private double counter(String name) {
        return meters.get("holdfast.log." + name).counter().count();
    }

    private double gauge(String name) {
        return meters.get("holdfast.log." + name).gauge().value();
    }

    @Test
    void appends_and_blocks_are_counted_and_measured() {
        try (BlockEventStorageEngine engine = engine(_ -> null)) {
            engine.appendEvents(events("a", 3));
            engine.appendEvents(event("b", 0));
            var append = meters.get("holdfast.log.append").timer();
            assertThat(append.count()).isEqualTo(2);
            assertThat(append.totalTime(java.util.concurrent.TimeUnit.NANOSECONDS))
                    .isPositive();
            assertThat(counter("events")).isEqualTo(4);
            assertThat(meters.get("holdfast.log.block.commits").summary().totalAmount())
                    .isEqualTo(2);
            assertThat(meters.get("holdfast.log.block.bytes").summary().mean()).isGreaterThan(100);
            assertThat(gauge("head")).isEqualTo(LogPosition.of(1, 0));
        }
    }

    @Test
    void conflicts_lost_races_and_retries_are_counted() {
        var attempts = new AtomicInteger();
        var broken = new IllegalStateException("cut");
        try (BlockEventStorageEngine engine = engine(_ -> switch (attempts.getAndIncrement()) {
                    case 0 -> new Outcome.Uncertain(broken);
                    case 1 -> null;
                    case 2 -> new Outcome.NotSent(broken);
                    default -> null;
                });
                BlockEventStorageEngine other = server.engine().build()) {
            engine.appendEvents(event("a", 0));
            assertThat(counter("retries")).isEqualTo(1);
            engine.appendEvents(event("a", 1));
            assertThat(counter("retries")).isEqualTo(2);
            other.appendEvents(event("b", 0));
            engine.appendEvents(event("a", 2));
            assertThat(counter("races.lost")).isEqualTo(1);
            assertThat(counter("conflicts")).isZero();
            assertThatThrownBy(() -> engine.appendEvents(event("b", 0)))
                    .isInstanceOf(AggregateStreamCreationException.class);
            assertThat(counter("conflicts")).isEqualTo(1);
        }
    }

    @Test
    void the_lag_of_the_tail_is_that_of_the_slowest_open_stream() throws Exception {
        try (BlockEventStorageEngine engine = engine(_ -> null)) {
            assertThat(gauge("tail.lag")).isZero();
            try (TrackingEventStream slow = engine.openStream(null);
                    TrackingEventStream quick = engine.openStream(null)) {
                for (int block = 0; block < 3; block++) {
                    engine.appendEvents(event("a", block));
                    quick.nextAvailable();
                }
                assertThat(gauge("tail.lag")).isEqualTo(3);
                slow.nextAvailable();
                assertThat(gauge("tail.lag")).isZero();
                engine.appendEvents(event("a", 3));
                assertThat(gauge("tail.lag")).isEqualTo(1);
            }
            assertThat(gauge("tail.lag")).isZero();
        }
    }
}
