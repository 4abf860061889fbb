package io.holdfast.runtime.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.runtime.Http;
import io.holdfast.runtime.TestApplication;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

@SpringBootTest(classes = TestApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
@DisplayNameGeneration(ReplaceUnderscores.class)
class DemoAccessTest {
    private static final String ME = "/api/v1/test/me";

    @LocalServerPort
    int port;

    private Http anybody;

    @BeforeEach
    void connect() {
        anybody = Http.anonymous(port);
    }

    @ParameterizedTest
    @CsvSource({
        "inspector, 200",
        "supervisor, 200",
        "analyst, 403",
        "reporter, 403",
        "auditor, 403",
        "admin, 403",
        "nobody, 401"
    })
    void a_demo_user_may_what_the_role_may(String user, int status) {
        assertThat(anybody.as(user, user).get(ME).statusCode()).isEqualTo(status);
    }

    @Test
    void the_actor_is_the_user_on_this_connection_with_every_port() {
        assertThat(anybody.as("inspector", "inspector").get(ME).body())
                .isEqualTo(
                        "{\"address\":\"127.0.0.1\",\"id\":\"inspector\",\"roles\":\"[INSPECTOR]\",\"scope\":\"*\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Forwarded: for=127.0.0.1",
                "X-Forwarded-For: 127.0.0.1",
                "X-Forwarded-Host: localhost",
                "X-Forwarded-Proto: https",
                "X-Real-IP: 127.0.0.1",
                "Via: 1.1 proxy",
                "Host: holdfast.example.gov",
                "Host: localhost.evil.example",
                "Host: 10.0.0.1",
                "Host: [fe80::1]:8080",
            })
    void what_came_from_elsewhere_is_refused_whatever_it_claims(String header) throws IOException {
        String[] parts = header.split(": ", 2);
        assertThat(statusOf(parts[0].equals("Host") ? header : "Host: localhost:8080\r\n" + header))
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST:8080", "127.0.0.1:80", "127.8.8.8", "[::1]", "[::1]:8080"})
    void this_machine_has_several_names(String host) throws IOException {
        assertThat(statusOf("Host: " + host)).isEqualTo(200);
    }

    /** Uses a plain socket, because the JDK's client does not let a caller set the Host header. */
    private int statusOf(String headers) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            String credentials =
                    Base64.getEncoder().encodeToString("inspector:inspector".getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream()
                    .write(("GET " + ME + " HTTP/1.1\r\n" + headers + "\r\nAuthorization: Basic " + credentials
                                    + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            String first = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(first.split(" ")[1]);
        }
    }

    @Test
    void a_wrong_password_is_not_enough() {
        assertNotAuthenticated(anybody.as("inspector", "supervisor").get(ME));
    }

    @Test
    void without_credentials_nobody_learns_even_what_exists() {
        assertNotAuthenticated(anybody.get(ME));
        assertNotAuthenticated(anybody.get("/api/v1/nothing/here"));
        assertNotAuthenticated(anybody.postJson("/api/v1/test/requests", "{"));
    }

    @Test
    void a_refused_role_is_a_problem_before_the_body_is_looked_at() {
        HttpResponse<String> answer =
                anybody.as("reporter", "reporter").postJson("/api/v1/test/requests", "{\"not even\": json");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(Http.json(answer).path("type").asString()).isEqualTo("/problems/not-allowed");
    }

    @Test
    void a_controller_method_that_says_nothing_about_roles_is_closed_to_all() {
        assertThat(anybody.as("inspector", "inspector")
                        .get("/api/v1/test/forgotten")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void no_session_is_made() {
        assertThat(anybody.as("inspector", "inspector").get(ME).headers().firstValue("Set-Cookie"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness", "/v3/api-docs"})
    void health_and_the_description_of_the_api_are_open(String path) {
        assertThat(anybody.get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void the_pages_of_the_api_are_open() {
        assertThat(anybody.get("/swagger-ui.html").statusCode()).isEqualTo(302);
        assertThat(anybody.get("/swagger-ui/index.html").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/info", "/actuator/metrics", "/actuator/prometheus"})
    void what_the_process_tells_of_itself_is_for_administrators(String path) {
        assertThat(anybody.get(path).statusCode()).isEqualTo(401);
        assertThat(anybody.as("supervisor", "supervisor").get(path).statusCode())
                .isEqualTo(403);
        assertThat(anybody.as("admin", "admin").get(path).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/env", "/actuator/heapdump", "/actuator/beans", "/actuator/loggers"})
    void nothing_else_of_the_process_is_served(String path) {
        assertThat(anybody.as("admin", "admin").get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void details_of_health_are_for_administrators() {
        assertThat(anybody.get("/actuator/health").body()).doesNotContain("components");
        assertThat(anybody.as("admin", "admin").get("/actuator/health").body()).contains("components");
    }

    @Test
    void the_description_of_the_api_shows_value_types_as_strings_and_no_actor() {
        var document = Http.json(anybody.get("/v3/api-docs"));

        assertThat(document.at("/components/schemas/SeizureLine/properties/hs6/type")
                        .asString())
                .isEqualTo("string");
        assertThat(document.at("/paths/~1api~1v1~1test~1me/get/parameters").isMissingNode())
                .isTrue();
        assertThat(document.at("/paths/~1api~1v1~1test~1shipments~1{id}/get/parameters/0/schema/type")
                        .asString())
                .isEqualTo("string");
    }

    private static void assertNotAuthenticated(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Basic realm=\"holdfast demo\"");
        assertThat(Http.json(answer).path("type").asString()).isEqualTo("/problems/not-authenticated");
    }
}
