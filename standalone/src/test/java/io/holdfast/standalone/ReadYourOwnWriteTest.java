package io.holdfast.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A client that writes and then reads with the returned position sees its write, every time and without retrying. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReadYourOwnWriteTest {
    private static final int REPETITIONS = 40 * Integer.getInteger("holdfast.test.rounds", 1);
    private static final String HOLD = """
            {"type": "MANIFEST", "reason": "check", "location": "Pier 4"}""";

    private final Api api = new Api(SharedDemo.server().url(), "inspector");

    @Test
    void a_hold_is_in_the_case_file_and_in_the_queue_at_once() {
        Api supervisor = api.as("supervisor");
        for (int i = 0; i < REPETITIONS; i++) {
            String shipment = "RW-" + i;
            supervisor.target(shipment, "RW" + i, "MANUAL");
            var placed = api.answerTo("/shipments/" + shipment + "/holds", HOLD);
            String hold = Api.ok(placed).path("id").asString();
            String position = placed.headers().firstValue(Api.POSITION).orElseThrow();

            var file = api.answerFrom(position, "/shipments/" + shipment);
            assertThat(file.statusCode()).as(file.body()).isEqualTo(200);
            assertThat(file.body()).contains(hold);
            assertThat(positionOf(file)).isGreaterThanOrEqualTo(Long.parseLong(position));

            var queue = api.answerFrom(position, "/queues/held?port=RW" + i);
            assertThat(queue.statusCode()).as(queue.body()).isEqualTo(200);
            assertThat(queue.body()).contains('"' + shipment + '"');
        }
    }

    private static long positionOf(HttpResponse<String> answer) {
        return Long.parseLong(answer.headers().firstValue(Api.POSITION).orElseThrow());
    }
}
