package io.holdfast.command.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.command.shipment.domain.Cases;
import io.holdfast.embeddedmongo.EmbeddedMongo;
import io.holdfast.runtime.log.ParkedItem;
import io.holdfast.runtime.log.UnreadableEventException;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.shipment.command.ShipmentCommand.DetainShipment;
import io.holdfast.shipment.event.ShipmentEvent.ClockWarned;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** An unreadable event, and a log restored from an older copy: the clocks of all other cases keep running. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@ExtendWith(OutputCaptureExtension.class)
class ClocksOfTheOthersGoOnTest {
    private static final Instant WEDNESDAY = Instant.parse("2026-11-25T16:00:00Z");
    private static final ShipmentId GOOD = new ShipmentId("GOOD");
    private static final ShipmentId BAD = new ShipmentId("BAD");
    private static final ShipmentId NEWER = new ShipmentId("NEWER");

    private static final EmbeddedMongo MONGO = EmbeddedMongo.inMemory();
    private final MovedClock clock = new MovedClock(WEDNESDAY);

    @AfterAll
    static void stop() {
        MONGO.close();
    }

    @Test
    void one_unreadable_event_parks_its_case_costs_one_line_and_is_taken_up_when_it_can_be_read(CapturedOutput output) {
        try (var log = new StoredLog(MONGO, "holdfast")) {
            log.empty();
            try (var node = start()) {
                node.presented(BAD, "1001");
                node.presented(GOOD, "1001");
            }
            var original = log.spoil("BAD", "clock-started");
            clock.on(Duration.ofDays(8));
            try (var node = start()) {
                for (int round = 0; round < 5; round++) {
                    node.round();
                    clock.on(Duration.ofMinutes(10)); // past the pause, so that it is retried
                }
                assertThat(node.history(GOOD, ClockWarned.class)).hasSize(1);
                assertThat(node.clocks().parked(10)).singleElement().satisfies(ClocksOfTheOthersGoOnTest::isToldWell);
                assertThat(node.clocks().status().parked()).isEqualTo(1);
                assertThat(output.getAll().lines().filter(line -> line.contains("of BAD are parked")))
                        .singleElement()
                        .asString()
                        .contains("shipment.clock-started");
                assertThatThrownBy(() -> node.send(new DetainShipment(BAD, "papers are checked"), Cases.ANN))
                        .isInstanceOf(UnreadableEventException.class)
                        .hasMessageContaining("of BAD");

                log.mend(original);
                node.clocks().retry("tester");
                assertThat(node.clocks().status().parked()).isZero();
                assertThat(node.history(BAD, ClockWarned.class)).hasSize(1);
            }
        }
    }

    private static void isToldWell(ParkedItem parked) {
        assertThat(parked.aggregate()).isEqualTo("BAD");
        assertThat(parked.type()).startsWith("shipment.clock-started");
        assertThat(parked.position()).isPositive();
        assertThat(parked.version()).isPositive();
        assertThat(parked.since()).isEqualTo(WEDNESDAY.plus(Duration.ofDays(8)));
        assertThat(parked.reason()).isNotBlank();
    }

    @Test
    void a_case_that_cannot_be_decided_on_is_parked_and_told_once() {
        try (var log = new StoredLog(MONGO, "holdfast")) {
            log.empty();
            try (var node = start()) {
                node.presented(BAD, "1001");
                node.presented(GOOD, "1001");
            }
            log.spoil("BAD", "shipment.targeted");
            clock.on(Duration.ofDays(8));
            try (var node = start()) {
                node.round();
                assertThat(node.history(GOOD, ClockWarned.class)).hasSize(1);
                assertThat(node.clocks().parked(10))
                        .singleElement()
                        .extracting(ParkedItem::aggregate, ParkedItem::version)
                        .containsExactly("BAD", 1L);
            }
        }
    }

    @Test
    void after_the_restore_of_an_older_log_the_book_is_written_anew() {
        try (var log = new StoredLog(MONGO, "holdfast")) {
            log.empty();
            try (var node = start()) {
                node.presented(GOOD, "1001");
            }
            var older = log.copy();
            try (var node = start()) {
                node.presented(NEWER, "1001");
                node.send(new DetainShipment(GOOD, "papers are checked"), Cases.ANN);
                node.round();
            }
            log.restore(older);
            clock.on(Duration.ofDays(8));
            try (var node = start()) {
                node.round();
                assertThat(node.history(GOOD, ClockWarned.class)).hasSize(1);
                assertThat(node.history(NEWER)).isEmpty();
                assertThat(node.clocks().status().position()).isLessThanOrEqualTo(log.head());
            }
        }
    }

    private CommandNode start() {
        return CommandNode.start(MONGO.connectionString(), clock);
    }
}
