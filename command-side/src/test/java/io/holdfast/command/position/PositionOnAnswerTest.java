package io.holdfast.command.position;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.command.HttpTest;
import io.holdfast.runtime.web.PositionHeader;
import java.net.http.HttpResponse;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PositionOnAnswerTest extends HttpTest {
    private static final String NOTE = "{\"text\": \"seen\"}";

    @Autowired
    private EventStore log;

    @Test
    void a_command_answers_with_the_position_of_its_last_event() {
        String shipment = targeted();

        long first = position(post("inspector", path(shipment, "/notes"), NOTE));
        assertThat(first).isEqualTo(head());

        long second = position(post("inspector", path(shipment, "/notes"), NOTE));
        assertThat(second).isEqualTo(head()).isGreaterThan(first);
    }

    @Test
    void a_declaration_that_was_known_answers_with_the_end_of_the_log() {
        String declaration = declaration("P-1");
        long brought = position(post("analyst", "/api/v1/declarations", declaration));
        long noted = position(post("inspector", path(targeted(), "/notes"), NOTE));

        assertThat(noted).isGreaterThan(brought);
        assertThat(position(post("analyst", "/api/v1/declarations", declaration)))
                .isEqualTo(noted);
    }

    @Test
    void a_refused_command_has_none() {
        HttpResponse<String> refused = post("inspector", path("P-NONE", "/notes"), NOTE);

        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(refused.headers().firstValue(PositionHeader.NAME)).isEmpty();
    }

    private long head() {
        TrackingToken head = log.createHeadToken();
        return head == null ? -1 : head.position().orElse(-1);
    }

    private static long position(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
        return Long.parseLong(answer.headers().firstValue(PositionHeader.NAME).orElseThrow());
    }
}
