package io.holdfast.command.queryside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.holdfast.actor.Actor;
import io.holdfast.actor.PortScope;
import io.holdfast.actor.Role;
import io.holdfast.actor.UserId;
import io.holdfast.command.queryside.QuerySide.Subject;
import io.holdfast.query.FindOutcomes;
import io.holdfast.query.QueueName;
import io.holdfast.value.PortCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HttpQuerySideTest {
    private static final Actor ANN = new Actor(new UserId("ann"), Set.of(Role.ANALYST), null, PortScope.all(), "local");

    private final MockHttpServletRequest request = new MockHttpServletRequest();
    private HttpServer server;
    private QuerySide querySide;
    private HttpExchange asked;
    private int status = 200;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        querySide = new HttpQuerySide("http://localhost:" + server.getAddress().getPort() + "/", request);
        request.addHeader("Authorization", "Bearer ann's");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked = exchange;
        byte[] bytes = "{\"items\": [], \"position\": 7}".getBytes(StandardCharsets.UTF_8);
        if (exchange.getRequestURI().getPath().startsWith("/api/v1/queues")) {
            bytes = "{\"items\": []}".getBytes(StandardCharsets.UTF_8);
        }
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** The parameters as the server parses them. */
    private Map<String, String> parameters() {
        return Arrays.stream(asked.getRequestURI().getRawQuery().split("&"))
                .map(part -> part.split("=", 2))
                .collect(Collectors.toMap(part -> part[0], part -> URLDecoder.decode(part[1], StandardCharsets.UTF_8)));
    }

    @Test
    void the_next_page_of_a_queue_is_asked_for_with_the_cursor_as_it_came() {
        String cursor = "a+b/c=&limit=1%20{x}";

        assertThat(querySide.unassigned(QueueName.TO_TRIAGE, ANN, cursor).items())
                .isEmpty();

        assertThat(asked.getRequestURI().getPath()).isEqualTo("/api/v1/queues/to-triage");
        assertThat(parameters()).isEqualTo(Map.of("assignee", "none", "limit", "50", "cursor", cursor));
        assertThat(asked.getRequestHeaders().getFirst("Authorization")).isEqualTo("Bearer ann's");
    }

    @Test
    void outcomes_are_asked_for_with_every_part_of_the_filter_and_the_credentials_of_a_request_that_is_over() {
        var filter = new FindOutcomes.Filter(
                LocalDate.parse("2026-01-01"),
                LocalDate.parse("2026-01-31"),
                new PortCode("2704"),
                FindOutcomes.Basis.RANDOM,
                true,
                Instant.parse("2026-02-01T00:00:00.5Z"));
        OutcomePages pages = querySide.outcomes(ANN);
        request.removeHeader("Authorization");

        assertThat(pages.page(filter, 41).position()).isEqualTo(7);

        assertThat(asked.getRequestURI().getPath()).isEqualTo("/api/v1/feedback/outcomes");
        assertThat(parameters())
                .isEqualTo(Map.of(
                        "limit", "1000",
                        "from", "2026-01-01",
                        "to", "2026-01-31",
                        "port", "2704",
                        "basis", "random",
                        "examinedOnly", "true",
                        "asKnownOn", "2026-02-01T00:00:00.500Z",
                        "after", "41"));
        assertThat(asked.getRequestHeaders().getFirst("Authorization")).isEqualTo("Bearer ann's");

        pages.page(FindOutcomes.EVERY, FindOutcomes.FROM_THE_BEGINNING);
        assertThat(parameters()).isEqualTo(Map.of("limit", "1000"));
    }

    @Test
    void what_is_no_answer_is_told_with_what_was_asked_about() {
        status = 403;
        assertThatExceptionOfType(QuerySideUnreachableException.class)
                .isThrownBy(() -> querySide.unassigned(QueueName.OPEN, ANN, null))
                .withMessage("The query side answered with 403")
                .matches(failed -> failed.subject() == Subject.QUEUES);
        server.stop(0);
        OutcomePages pages = querySide.outcomes(ANN);
        assertThatExceptionOfType(QuerySideUnreachableException.class)
                .isThrownBy(() -> pages.page(FindOutcomes.EVERY, 0))
                .withMessage("The query side cannot be reached")
                .matches(failed -> failed.subject() == Subject.OUTCOMES);
    }
}
