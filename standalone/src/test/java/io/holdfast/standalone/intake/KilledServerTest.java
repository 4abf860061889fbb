package io.holdfast.standalone.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.holdfast.standalone.attack.AttackedProcess;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** A process that is killed with SIGKILL in the middle of an import, and started again on the same data. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class KilledServerTest {
    private static final int BATCHES = 6 * Integer.getInteger("holdfast.test.rounds", 1);
    private static final int ROWS_IN_A_BATCH = 100;
    private static final int ROWS = BATCHES * ROWS_IN_A_BATCH;
    private static final int SAMPLE_ROWS = 414;
    private static final String REPORT = "/reports/daily";

    @Test
    void no_acknowledged_row_is_lost_and_none_is_doubled() throws Exception {
        try (var server = AttackedProcess.start(Map.of());
                var background = Executors.newSingleThreadExecutor()) {
            var endpoint = new IntakeEndpoint(
                    URI.create(server.url()), IntakeEndpoint.basic("analyst:analyst"), Duration.ofMinutes(2));
            for (int batch = 0; batch < BATCHES; batch++) {
                List<Row> rows = rows(batch);
                Future<List<IntakeResult>> underWay = background.submit(() -> endpoint.send(rows, _ -> {}));
                if (batch % 6 == 3) {
                    server.killAndStartAgain();
                }
                assertThat(underWay.get(3, TimeUnit.MINUTES))
                        .hasSize(ROWS_IN_A_BATCH)
                        .noneMatch(result -> result.outcome().equals("REJECTED"));
            }
            await().atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> declared(server) >= SAMPLE_ROWS + ROWS);
            assertThat(declared(server)).isEqualTo(SAMPLE_ROWS + ROWS);
        }
    }

    private static long declared(AttackedProcess server) {
        return server.as("reporter").get(REPORT).path("total").path("declared").asLong();
    }

    private static List<Row> rows(int batch) {
        return IntStream.range(batch * ROWS_IN_A_BATCH, (batch + 1) * ROWS_IN_A_BATCH)
                .mapToObj(i -> new Row(i, List.of(), """
                        {"shipmentId":"KILL-%05d","declaredOn":"2026-03-01","port":"2704","transportMode":"AIR",\
                        "declarant":"B1","hs6":"%s","countryOfDeparture":"CN","countryOfOrigin":"CN"}""".formatted(i, i % 20 == 0 ? "293336" : "070200")))
                .toList();
    }
}
