package io.holdfast.command.automation;

import static io.holdfast.shipment.LegalClock.DEEMED_EXCLUSION;
import static io.holdfast.shipment.LegalClock.DETENTION_DECISION;
import static io.holdfast.shipment.LegalClock.DETENTION_NOTICE;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import io.holdfast.command.shipment.domain.Cases;
import io.holdfast.embeddedmongo.EmbeddedMongo;
import io.holdfast.shipment.LegalClock;
import io.holdfast.shipment.ReleaseKind;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.shipment.command.ShipmentCommand.CompleteExam;
import io.holdfast.shipment.command.ShipmentCommand.DetainShipment;
import io.holdfast.shipment.command.ShipmentCommand.ReleaseShipment;
import io.holdfast.shipment.command.ShipmentCommand.RemoveHold;
import io.holdfast.shipment.event.ShipmentEvent.ClockBreached;
import io.holdfast.shipment.event.ShipmentEvent.ClockStarted;
import io.holdfast.shipment.event.ShipmentEvent.ClockWarned;
import io.holdfast.shipment.event.ShipmentEvent.Escalated;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Two nodes on one server, and a third that starts later; the tests move the clock and never wait. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LegalClocksByThemselvesTest {
    private static final Instant WEDNESDAY = Instant.parse("2026-11-25T16:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);
    private static final AtomicInteger SHIPMENTS = new AtomicInteger();

    private static final EmbeddedMongo MONGO = EmbeddedMongo.inMemory();
    private static final MovedClock CLOCK = new MovedClock(WEDNESDAY);
    private static CommandNode one;
    private static CommandNode two;

    @BeforeAll
    static void start() {
        one = CommandNode.start(MONGO.connectionString(), CLOCK);
        two = CommandNode.start(MONGO.connectionString(), CLOCK);
    }

    @AfterAll
    static void stop() {
        one.close();
        two.close();
        MONGO.close();
    }

    @BeforeEach
    void set() {
        CLOCK.to(WEDNESDAY);
    }

    @Test
    void every_clock_warns_and_breaches_once_and_is_escalated_however_often_nodes_look() {
        ShipmentId id = presented("1001");
        for (int day = 0; day < 40; day++) {
            one.round();
            two.round();
            CLOCK.on(DAY);
        }
        assertThat(one.history(id, ClockWarned.class))
                .extracting(ClockWarned::clock)
                .containsExactly(DETENTION_DECISION, DETENTION_NOTICE, DEEMED_EXCLUSION);
        assertThat(one.history(id, ClockBreached.class))
                .extracting(ClockBreached::clock)
                .containsExactly(DETENTION_DECISION, DETENTION_NOTICE, DEEMED_EXCLUSION);
        assertThat(one.history(id, Escalated.class))
                .extracting(Escalated::reason)
                .containsExactly(
                        "DETENTION_DECISION was due 2026-12-04T04:59:59.999Z",
                        "DETENTION_NOTICE was due 2026-12-11T04:59:59.999Z",
                        "DEEMED_EXCLUSION was due 2026-12-26T04:59:59.999Z");
        assertThat(one.actors(id, ClockWarned.class)).containsOnly("holdfast");
        assertThat(one.actors(id, ClockBreached.class)).containsOnly("holdfast");
        assertThat(one.actors(id, Escalated.class)).containsOnly("holdfast");
        assertThat(one.actors(id, ClockStarted.class)).containsExactly("ann", "ann", "holdfast");
    }

    @Test
    void two_nodes_that_look_at_the_same_moment_record_each_step_once() throws Exception {
        List<ShipmentId> ids =
                IntStream.range(0, 25).mapToObj(_ -> presented("1001")).toList();
        CLOCK.on(Duration.ofDays(8));
        atOnce(one::round, two::round, one::round, two::round);
        CLOCK.on(Duration.ofDays(2));
        atOnce(two::round, one::round, two::round, one::round);
        one.round();
        for (ShipmentId id : ids) {
            assertThat(one.history(id, ClockWarned.class)).as("%s", id).hasSize(1);
            assertThat(one.history(id, ClockBreached.class)).as("%s", id).hasSize(1);
            assertThat(one.history(id, Escalated.class)).as("%s", id).hasSize(1);
        }
    }

    @Test
    void a_node_that_starts_later_takes_up_what_is_due_and_repeats_nothing() {
        ShipmentId warned = presented("1001");
        ShipmentId asleep = presented("1001");
        one.send(new DetainShipment(asleep, "papers are checked"), Cases.ANN);
        CLOCK.on(Duration.ofDays(8));
        one.round();
        CLOCK.on(Duration.ofDays(30));
        try (var three = CommandNode.start(MONGO.connectionString(), CLOCK)) {
            three.round();
            three.round();
            assertThat(three.history(warned, ClockWarned.class))
                    .extracting(ClockWarned::clock)
                    .containsExactly(DETENTION_DECISION);
            assertThat(three.history(warned, ClockBreached.class)).hasSize(3);
            assertThat(three.history(asleep, ClockBreached.class))
                    .extracting(ClockBreached::clock)
                    .containsExactlyInAnyOrder(DETENTION_NOTICE, DEEMED_EXCLUSION);
            assertThat(three.history(warned, Escalated.class)).isNotEmpty();
        }
    }

    @Test
    void a_book_that_was_lost_is_written_anew_from_the_log_and_nothing_is_done_twice() {
        ShipmentId id = presented("1001");
        CLOCK.on(Duration.ofDays(8));
        one.round();
        try (var client = MongoClients.create(MONGO.connectionString())) {
            client.getDatabase("holdfast").getCollection("clocks").drop();
            client.getDatabase("holdfast").getCollection("clock-positions").drop();
        }
        two.round();
        assertThat(one.history(id, ClockWarned.class)).hasSize(1);
        CLOCK.on(Duration.ofDays(2));
        one.round();
        assertThat(one.history(id, ClockBreached.class)).hasSize(1);
    }

    @Test
    void a_case_that_was_released_in_time_is_left_in_peace() {
        ShipmentId id = presented("1001");
        one.round();
        one.send(
                new CompleteExam(id, Cases.EXAM, Cases.result(io.holdfast.shipment.Finding.NO_DISCREPANCY)), Cases.ANN);
        two.send(new RemoveHold(id, Cases.HOLD, "resolved"), Cases.ANN);
        two.send(new ReleaseShipment(id, ReleaseKind.FULL, null, "nothing found"), Cases.ANN);
        CLOCK.on(Duration.ofDays(60));
        int events = one.history(id).size();
        one.round();
        two.round();
        assertThat(one.history(id)).hasSize(events);
    }

    @Test
    void a_port_in_another_zone_has_three_hours_more() {
        assertThat(due(presented("2704"), DETENTION_DECISION)).isEqualTo("2026-12-04T07:59:59.999Z");
        assertThat(due(presented("1001"), DETENTION_DECISION)).isEqualTo("2026-12-04T04:59:59.999Z");
    }

    private static Instant due(ShipmentId id, LegalClock clock) {
        return one.history(id, ClockStarted.class).stream()
                .filter(started -> started.clock() == clock)
                .findFirst()
                .orElseThrow()
                .due();
    }

    private static ShipmentId presented(String port) {
        var id = new ShipmentId("L-" + SHIPMENTS.incrementAndGet());
        one.presented(id, port);
        return id;
    }

    private static void atOnce(Runnable... rounds) throws Exception {
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<?>>();
            for (Runnable round : rounds) {
                running.add(pool.submit((Callable<Void>) () -> {
                    round.run();
                    return null;
                }));
            }
            for (Future<?> future : running) {
                future.get(60, TimeUnit.SECONDS);
            }
        }
    }
}
