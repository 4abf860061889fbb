package io.holdfast.command.automation.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.holdfast.command.automation.ClockBook.Known;
import io.holdfast.command.automation.ClockBook.Page;
import io.holdfast.command.automation.ClockStep;
import io.holdfast.embeddedmongo.EmbeddedMongo;
import io.holdfast.embeddedmongo.IndexStatistics;
import io.holdfast.runtime.log.LogMark;
import io.holdfast.shipment.LegalClock;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.shipment.clock.Clocks;
import io.holdfast.shipment.clock.RunningClock;
import io.holdfast.shipment.clock.RunningClock.State;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MongoClockBookTest {
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
    private static final ShipmentId ID = new ShipmentId("L-1");

    private final EmbeddedMongo server = EmbeddedMongo.inMemory();
    private final MongoClient client = MongoClients.create(server.connectionString());
    private final MongoClockBook book = new MongoClockBook(client.getDatabase("test"));

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    @Test
    void what_is_due_is_found_by_an_index_and_no_further_than_the_limit() {
        var many = new HashMap<ShipmentId, Known>();
        for (int i = 0; i < 2000; i++) {
            many.put(new ShipmentId("L-" + i), known(1, NOON.plus(Duration.ofMinutes(i)), State.RUNNING));
        }
        assertThat(book.write(Map.of(), many)).isEmpty();
        for (ClockStep step : ClockStep.values()) {
            server.resetIndexStatistics();
            List<Page> due = book.due(step, NOON.plus(Duration.ofDays(9)), 20);
            IndexStatistics read = server.indexStatistics().get("test.clocks");
            assertThat(due).hasSize(step == ClockStep.ESCALATE ? 0 : 20);
            assertThat(read.fullScans()).isZero();
            assertThat(read.scannedShapes()).isEmpty();
            assertThat(read.examined()).isLessThan(40);
        }
        assertThat(book.due(ClockStep.RECORD_BREACH, NOON.plusSeconds(90), 20))
                .extracting(page -> page.shipment().value())
                .containsExactly("L-0", "L-1");
    }

    @Test
    void who_writes_what_another_wrote_meanwhile_is_told_so() {
        var first = known(4, NOON, State.RUNNING);
        var second = known(5, NOON, State.WARNED);
        assertThat(book.write(Map.of(), Map.of(ID, first))).isEmpty();
        assertThat(book.write(Map.of(), Map.of(ID, second))).containsExactly(ID);
        assertThat(book.write(Map.of(ID, first), Map.of(ID, second))).isEmpty();
        assertThat(book.write(Map.of(ID, first), Map.of(ID, first))).containsExactly(ID);
        assertThat(book.known(List.of(ID, new ShipmentId("L-2")))).isEqualTo(Map.of(ID, second));
    }

    @Test
    void the_position_never_goes_back() {
        assertThat(book.reached().position()).isEqualTo(-1);
        book.reached(new LogMark(8192, "e"));
        book.reached(new LogMark(4096, "e"));
        assertThat(book.reached().position()).isEqualTo(8192);
        book.reached(new LogMark(12_288, "e"));
        assertThat(book.reached().position()).isEqualTo(12_288);
    }

    @Test
    void a_shipment_without_clocks_is_due_for_nothing_and_keeps_its_version() {
        var running = known(4, NOON, State.BREACHED);
        book.write(Map.of(), Map.of(ID, running));
        assertThat(book.due(ClockStep.ESCALATE, NOON, 5)).hasSize(1);
        book.write(Map.of(ID, running), Map.of(ID, new Known(5, Clocks.NONE)));
        for (ClockStep step : ClockStep.values()) {
            assertThat(book.due(step, NOON, 5)).isEmpty();
        }
        assertThat(book.known(List.of(ID)).get(ID).version()).isEqualTo(5);
    }

    private static Known known(long version, Instant due, State state) {
        return new Known(
                version,
                new Clocks(List.of(
                        new RunningClock(LegalClock.DETENTION_DECISION, due, due.minus(Duration.ofDays(2)), state))));
    }
}
