package io.holdfast.standalone.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.standalone.Api;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One case with three times more text than there is memory. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("thorough")
class LargeCaseAttackTest {
    private static final int NOTES = Integer.getInteger("holdfast.attack.notes", 30_000);
    private static final int WRITERS = 16;
    private static final Duration OTHERS = Duration.ofSeconds(2);

    private final AttackedProcess holdfast = AttackedProcess.shared();
    private final Api supervisor = holdfast.as("supervisor");
    private final Api auditor = holdfast.as("auditor");

    @Test
    void a_case_with_any_number_of_notes_is_read_in_every_way_and_ends_nothing() throws Exception {
        String shipment = opened();
        String body = "{\"text\":\"%d " + "一".repeat(3900) + "\"}";
        try (var threads = Executors.newFixedThreadPool(WRITERS)) {
            List<Future<?>> written = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                int first = writer;
                written.add(threads.submit(() -> IntStream.iterate(first, n -> n < NOTES, n -> n + WRITERS)
                        .forEach(n ->
                                Api.ok(supervisor.answerTo("/shipments/" + shipment + "/notes", body.formatted(n))))));
            }
            for (Future<?> done : written) {
                done.get(30, TimeUnit.MINUTES);
            }
        }
        holdfast.answersOthersWithin(OTHERS);
        for (String path : List.of(
                "",
                "?version=" + (NOTES / 2),
                "?asOf=2099-01-01T00:00:00Z",
                "/diff?from=1&to=" + NOTES,
                "/lists/notes?limit=200",
                "/lists/notes?limit=200&order=newest",
                "/lists/history?limit=200",
                "/lists/history?limit=200&order=newest",
                "/audit?limit=500")) {
            var answer = auditor.answer("/shipments/" + shipment + path, "application/json");
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.body().length()).as(path).isLessThan(4 << 20);
            holdfast.answersOthersWithin(OTHERS);
        }
        assertThat(auditor.answer("/shipments/" + shipment + "/evidence/none", "*/*")
                        .statusCode())
                .isEqualTo(404);
        assertThat(read(shipment)).isEqualTo(NOTES);
        holdfast.answersOthersWithin(OTHERS);
    }

    private String opened() {
        String shipment = "LARGE-" + System.nanoTime();
        Api.ok(supervisor.answerTo("/shipments/" + shipment + "/targeting", """
                {"basis": "MANUAL", "reason": "a tip", "declaration":
                  {"shipmentId": "%s", "declaredOn": "2026-11-20", "port": "2704", "transportMode": "MARITIME",
                   "declarant": "D1", "hs6": "293333", "countryOfDeparture": "CN", "countryOfOrigin": "CN"}}""".formatted(shipment)));
        return shipment;
    }

    private int read(String shipment) {
        int notes = 0;
        String cursor = "";
        do {
            var page = auditor.get("/shipments/" + shipment + "/lists/notes?limit=200" + cursor);
            notes += page.path("items").size();
            cursor = page.has("next") ? "&cursor=" + page.path("next").asString() : "";
        } while (!cursor.isEmpty());
        return notes;
    }
}
