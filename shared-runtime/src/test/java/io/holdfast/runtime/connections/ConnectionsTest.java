package io.holdfast.runtime.connections;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.holdfast.runtime.Http;
import io.holdfast.runtime.TestApplication;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

@SpringBootTest(
        classes = TestApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "server.tomcat.max-connections=64",
            "server.tomcat.connection-timeout=2s",
            "holdfast.connections.header-time=1s",
            "holdfast.connections.patience=1s",
            "holdfast.connections.bytes-per-second=1000",
            "holdfast.web.max-json-at-once=20KB",
            "holdfast.limits.requests.at-once=6",
            "holdfast.limits.requests.patience=100ms"
        })
@ActiveProfiles("demo")
@DisplayNameGeneration(ReplaceUnderscores.class)
class ConnectionsTest {
    private static final Duration AT_MOST = Duration.ofSeconds(15);
    private static final String INSPECTOR = "Host: localhost\r\nAuthorization: Basic "
            + Base64.getEncoder().encodeToString("inspector:inspector".getBytes(ISO_8859_1)) + "\r\n";
    private static final String HALF_A_HEADER = "GET /api/v1/test/me HTTP/1.1\r\nHost: localhost\r\nX-Half: ";
    private static final String HALF_A_BODY =
            "POST /api/v1/test/requests HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 9000\r\n\r\n{";

    @LocalServerPort
    int port;

    private final List<Socket> sockets = new ArrayList<>();

    @AfterEach
    void hangUp() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                HALF_A_HEADER,
                HALF_A_BODY,
                "POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhel"
            })
    void however_many_do_not_finish_what_they_begin_others_are_answered(String sent) throws IOException {
        for (int i = 0; i < 300; i++) {
            open("127.0.0." + (1 + i % 3)).getOutputStream().write(sent.getBytes(ISO_8859_1));
            if (i % 30 == 29) {
                assertThat(answeredWithin(Duration.ofSeconds(2))).isEqualTo(200);
            }
        }
        await().atMost(AT_MOST)
                .untilAsserted(() -> assertThat(
                                sockets.stream().filter(ConnectionsTest::isOpen).count())
                        .isLessThanOrEqualTo(64));
        assertThat(answeredWithin(Duration.ofSeconds(2))).isEqualTo(200);
    }

    @Test
    void who_has_most_connections_gives_way_first() throws IOException {
        Socket other = open("127.0.0.9");
        other.getOutputStream().write(HALF_A_HEADER.getBytes(ISO_8859_1));
        for (int i = 0; i < 80; i++) {
            open("127.0.0.1").getOutputStream().write(HALF_A_HEADER.getBytes(ISO_8859_1));
        }
        assertThat(isOpen(other)).isTrue();
        other.setSoTimeout(10_000);
        other.getOutputStream()
                .write(("x\r\n" + INSPECTOR.substring("Host: localhost\r\n".length()) + "Connection: close\r\n\r\n")
                        .getBytes(ISO_8859_1));
        assertThat(new String(other.getInputStream().readAllBytes(), ISO_8859_1))
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void a_request_that_is_worked_on_does_not_give_way() throws IOException {
        Socket working = open("127.0.0.1");
        working.getOutputStream()
                .write(("GET /api/v1/test/slow HTTP/1.1\r\n" + INSPECTOR + "Connection: close\r\n\r\n")
                        .getBytes(ISO_8859_1));
        for (int i = 0; i < 200; i++) {
            open("127.0.0.1").getOutputStream().write(HALF_A_HEADER.getBytes(ISO_8859_1));
        }
        assertThat(new String(working.getInputStream().readAllBytes(), ISO_8859_1))
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void a_header_has_a_time_as_a_whole_however_small_its_pieces_are() throws IOException {
        Socket slow = open("127.0.0.1");
        slow.getOutputStream().write(HALF_A_HEADER.getBytes(ISO_8859_1));
        long begun = System.nanoTime();
        assertEnds(slow);
        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .isBetween(Duration.ofMillis(900), Duration.ofSeconds(6));
    }

    @Test
    void a_body_that_trickles_is_refused_in_time() throws IOException {
        Socket slow = open("127.0.0.1");
        slow.getOutputStream()
                .write(("POST /api/v1/test/requests HTTP/1.1\r\n" + INSPECTOR
                                + "Content-Type: application/json\r\nContent-Length: 9000\r\n\r\n{")
                        .getBytes(ISO_8859_1));
        assertThat(assertEnds(slow)).startsWith("HTTP/1.1 408").contains("/problems/request-timeout");
    }

    @Test
    void a_body_that_nobody_reads_is_waited_for_no_longer() throws IOException {
        Socket slow = open("127.0.0.1");
        slow.getOutputStream().write(HALF_A_BODY.getBytes(ISO_8859_1));
        assertThat(assertEnds(slow)).startsWith("HTTP/1.1 401");
    }

    @Test
    void a_body_that_is_slow_but_not_too_slow_is_taken() throws IOException {
        Socket honest = open("127.0.0.1");
        int length = 5000;
        honest.getOutputStream()
                .write(("POST /api/v1/declarations HTTP/1.1\r\n" + INSPECTOR
                                + "Connection: close\r\nContent-Type: text/plain\r\nContent-Length: " + length
                                + "\r\n\r\n")
                        .getBytes(ISO_8859_1));
        for (int sent = 0; sent < length; sent += 200) {
            pause();
            honest.getOutputStream().write("x".repeat(200).getBytes(ISO_8859_1));
        }
        assertThat(new String(honest.getInputStream().readAllBytes(), ISO_8859_1))
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void a_caller_has_half_of_the_places_and_the_others_the_rest() throws IOException {
        for (int i = 0; i < 3; i++) {
            open("127.0.0.1")
                    .getOutputStream()
                    .write(("GET /api/v1/test/slow HTTP/1.1\r\n" + INSPECTOR + "\r\n").getBytes(ISO_8859_1));
        }
        Http inspector = Http.anonymous(port).as("inspector", "inspector");
        await().atMost(AT_MOST).untilAsserted(() -> {
            var refused = inspector.get("/api/v1/test/me");
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).contains("1");
            assertThat(refused.body()).contains("/problems/busy", "You have 3 requests under way here");
        });
        assertThat(Http.anonymous(port)
                        .as("supervisor", "supervisor")
                        .get("/api/v1/test/me")
                        .statusCode())
                .isEqualTo(200);
        await().atMost(AT_MOST).until(() -> inspector.get("/api/v1/test/me").statusCode() == 200);
    }

    @Test
    void json_that_is_being_read_is_bounded_over_all_requests() throws IOException {
        for (int i = 0; i < 2; i++) {
            open("127.0.0.1")
                    .getOutputStream()
                    .write(("POST /api/v1/test/requests HTTP/1.1\r\n" + INSPECTOR
                                    + "Content-Type: application/json\r\nContent-Length: 10000\r\n\r\n{"
                                    + " ".repeat(9_500))
                            .getBytes(ISO_8859_1));
        }
        Http supervisor = Http.anonymous(port).as("inspector", "inspector");
        String body = "{\"lines\": [" + " ".repeat(4_000) + "]}";
        await().atMost(AT_MOST)
                .until(() -> supervisor.postJson("/api/v1/test/requests", body).statusCode() == 503);
        hangUp();
        await().atMost(AT_MOST)
                .until(() -> supervisor.postJson("/api/v1/test/requests", body).statusCode() == 422);
    }

    @Test
    void an_answer_that_is_not_read_is_broken_off() throws IOException {
        Socket reader = open("127.0.0.1");
        reader.setReceiveBufferSize(4096);
        reader.getOutputStream()
                .write(("GET /api/v1/test/endless HTTP/1.1\r\n" + INSPECTOR + "\r\n").getBytes(ISO_8859_1));
        InputStream in = reader.getInputStream();
        await().atMost(AT_MOST).until(() -> in.read() >= 0 && TestApplication.brokenOff());
    }

    /** Sends a byte now and then until the server hangs up; returns what the server sent. */
    private static String assertEnds(Socket socket) throws IOException {
        socket.setSoTimeout(100);
        var said = new StringBuilder();
        long deadline = System.nanoTime() + AT_MOST.toNanos();
        while (System.nanoTime() < deadline) {
            try {
                int next = socket.getInputStream().read();
                if (next < 0) {
                    return said.toString();
                }
                said.append((char) next);
            } catch (SocketTimeoutException _) {
                write(socket);
            } catch (IOException reset) {
                return said.toString();
            }
        }
        throw new AssertionError("Still open; it said: " + said);
    }

    private static void write(Socket socket) {
        try {
            socket.getOutputStream().write(' ');
        } catch (IOException closed) {
            // the next read reports it
        }
    }

    private static boolean isOpen(Socket socket) {
        try {
            socket.setSoTimeout(1);
            socket.getInputStream().readAllBytes();
            return false;
        } catch (SocketTimeoutException quiet) {
            return true;
        } catch (IOException reset) {
            return false;
        }
    }

    /** Waits 100 milliseconds, like a slow line. */
    private static void pause() {
        long end = System.nanoTime() + Duration.ofMillis(100).toNanos();
        await().pollInterval(Duration.ofMillis(20)).until(() -> System.nanoTime() > end);
    }

    private int answeredWithin(Duration limit) {
        long started = System.nanoTime();
        int status = Http.anonymous(port)
                .as("inspector", "inspector")
                .get("/api/v1/test/me")
                .statusCode();
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(limit);
        return status;
    }

    private Socket open(String from) throws IOException {
        var socket = new Socket(InetAddress.getByName("127.0.0.1"), port, InetAddress.getByName(from), 0);
        sockets.add(socket);
        return socket;
    }
}
