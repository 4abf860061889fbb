package io.holdfast.standalone.attack;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Connections that start a request and then stall, with and without a login: other users do not notice. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ConnectionsUnderAttackTest {
    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final Duration WARM = Duration.ofMillis(100);
    private static final Duration WARMING_UP = Duration.ofSeconds(30);
    private static final String HALF_A_HEADER =
            "GET /api/v1/shipments/A HTTP/1.1\r\nHost: localhost\r\nX-Half: " + "a".repeat(4000);
    private static final String HALF_A_BODY =
            "POST /api/v1/declarations HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 2000\r\n\r\n{";

    private final List<Socket> sockets = new ArrayList<>();

    @AfterEach
    void hangUp() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    @Test
    void half_a_header_on_fifteen_hundred_connections_ends_nothing() throws IOException {
        attack(AttackedProcess.shared(), 1_500, HALF_A_HEADER);
    }

    @ParameterizedTest
    @MethodSource("whatIsNotFinished")
    @Tag("thorough")
    void ten_thousand_connections_that_wait_end_nothing(String sent) throws IOException {
        attack(AttackedProcess.shared(), 10_000, sent);
    }

    static List<String> whatIsNotFinished() {
        return List.of("", HALF_A_HEADER, HALF_A_BODY);
    }

    @Test
    @Tag("thorough")
    void three_thousand_requests_at_once_of_one_caller_end_nothing() throws IOException {
        String login = Base64.getEncoder().encodeToString("analyst:analyst".getBytes(ISO_8859_1));
        String body = "{" + " ".repeat(900_000);
        attack(
                AttackedProcess.shared(),
                3_000,
                "POST /api/v1/rule-sets HTTP/1.1\r\nHost: localhost\r\nAuthorization: Basic " + login
                        + "\r\nContent-Type: application/json\r\nContent-Length: 1000000\r\n\r\n"
                        + body.substring(0, 60_000));
    }

    private void attack(AttackedProcess system, int connections, String sent) throws IOException {
        byte[] bytes = sent.getBytes(ISO_8859_1);
        // A process that has just started compiles what it runs for the first time: that is not the attack's doing.
        await().atMost(WARMING_UP).untilAsserted(() -> system.answersOthersWithin(WARM));
        for (int i = 1; i <= connections; i++) {
            var socket = new Socket("127.0.0.1", system.port());
            sockets.add(socket);
            try {
                socket.getOutputStream().write(bytes);
            } catch (IOException hungUp) {
                assertThat(system.isAlive()).isTrue();
            }
            if (i % 500 == 0) {
                system.answersOthersWithin(LIMIT);
            }
        }
        system.answersOthersWithin(LIMIT);
    }
}
