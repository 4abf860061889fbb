package io.holdfast.runtime.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.runtime.Http;
import io.holdfast.runtime.TestApplication;
import java.net.InetAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;

@SpringBootTest(
        classes = TestApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "holdfast.limits.failed-logins.per-name=3",
            "holdfast.limits.failed-logins.per-address=5",
            "holdfast.limits.failed-logins.per=1h",
            "holdfast.limits.intake.per-caller=2",
            "holdfast.limits.intake.per=1h"
        })
@ActiveProfiles("demo")
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD)
@DisplayNameGeneration(ReplaceUnderscores.class)
class FailedLoginsTest {
    private static final String ME = "/api/v1/test/me";

    @LocalServerPort
    int port;

    private Http anybody;

    @BeforeEach
    void connect() {
        anybody = Http.anonymous(port);
    }

    @Test
    void after_too_many_wrong_passwords_even_the_right_one_has_to_wait_here_and_not_elsewhere() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThat(login("inspector", "guess").statusCode()).isEqualTo(401);
        }
        HttpResponse<String> refused = login("inspector", "inspector");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, 3600L);
        assertThat(Http.json(refused).path("type").asString()).isEqualTo("/problems/too-many-failed-logins");
        assertThat(refused.headers().firstValue("WWW-Authenticate")).isEmpty();

        assertThat(login("supervisor", "supervisor").statusCode()).isEqualTo(200);
        assertThat(fromElsewhere("inspector").statusCode()).isEqualTo(200);
    }

    @Test
    void an_address_that_tries_many_names_is_kept_out_whole() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThat(login("somebody" + i, "guess").statusCode()).isEqualTo(401);
        }
        assertThat(login("inspector", "inspector").statusCode()).isEqualTo(429);
        assertThat(fromElsewhere("inspector").statusCode()).isEqualTo(200);
    }

    @Test
    void asking_without_credentials_is_no_failed_login() {
        for (int i = 0; i < 10; i++) {
            assertThat(anybody.get(ME).statusCode()).isEqualTo(401);
        }
        assertThat(login("inspector", "inspector").statusCode()).isEqualTo(200);
    }

    @Test
    void credentials_that_cannot_be_read_count_too() {
        for (int i = 0; i < 3; i++) {
            assertThat(anybody.get(ME, "Authorization", "Basic %%%").statusCode())
                    .isEqualTo(401);
        }
        assertThat(anybody.get(ME, "Authorization", "Basic %%%").statusCode()).isEqualTo(429);
    }

    @Test
    void a_caller_who_brings_declarations_in_too_often_has_to_wait_and_others_have_not() {
        Http inspector = anybody.as("inspector", "inspector");
        assertThat(inspector.postJson("/api/v1/declarations", "{}").statusCode())
                .isEqualTo(200);
        assertThat(inspector.postJson("/api/v1/declarations", "{}").statusCode())
                .isEqualTo(200);
        HttpResponse<String> refused = inspector.postJson("/api/v1/declarations", "{}");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, 3600L);
        assertThat(Http.json(refused).path("type").asString()).isEqualTo("/problems/too-many-requests");

        assertThat(anybody.as("supervisor", "supervisor")
                        .postJson("/api/v1/declarations", "{}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(inspector.get(ME).statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> login(String user, String password) {
        return anybody.as(user, password).get(ME);
    }

    /** Sends from another address: all of 127.0.0.0/8 is this machine. */
    private HttpResponse<String> fromElsewhere(String user) throws Exception {
        try (var http = HttpClient.newBuilder()
                .localAddress(InetAddress.getByName("127.0.0.2"))
                .build()) {
            HttpRequest request = anybody.as(user, user).request(ME).GET().build();
            return http.send(
                    HttpRequest.newBuilder(request, (_, _) -> true)
                            .uri(java.net.URI.create("http://127.0.0.1:" + port + ME))
                            .build(),
                    BodyHandlers.ofString());
        }
    }
}
