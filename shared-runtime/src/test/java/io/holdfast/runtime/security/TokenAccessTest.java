package io.holdfast.runtime.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import io.holdfast.runtime.Http;
import io.holdfast.runtime.TestApplication;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

@SpringBootTest(classes = TestApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DisplayNameGeneration(ReplaceUnderscores.class)
class TokenAccessTest {
    private static final String ME = "/api/v1/test/me";
    private static final Issuer ISSUER = new Issuer();

    @LocalServerPort
    int port;

    private Http anybody;

    @DynamicPropertySource
    static void issuer(DynamicPropertyRegistry properties) {
        properties.add("HOLDFAST_JWT_ISSUER", ISSUER::url);
    }

    @AfterAll
    static void close() {
        ISSUER.close();
    }

    @BeforeEach
    void connect() {
        anybody = Http.anonymous(port);
    }

    @Test
    void a_token_says_who_in_which_roles_for_which_ports() {
        HttpResponse<String> answer = get(claims -> claims.subject("jane@example.gov")
                .claim("roles", List.of("INSPECTOR", "ANALYST", "offline_access"))
                .claim("ports", List.of("2304", "2402"))
                .claim("home_port", "2304"));

        JsonNode me = Http.json(answer);
        assertThat(me.path("id").asString()).isEqualTo("jane@example.gov");
        assertThat(me.path("roles").asString()).isEqualTo("[ANALYST, INSPECTOR]");
        assertThat(me.path("scope").asString()).isEqualTo("[2304, 2402]");
        assertThat(me.path("port").asString()).isEqualTo("2304");
    }

    @Test
    void a_star_means_every_port_and_no_claim_none() {
        Consumer<JWTClaimsSet.Builder> inspector =
                claims -> claims.subject("jane").claim("roles", List.of("INSPECTOR"));

        assertThat(Http.json(get(inspector.andThen(claims -> claims.claim("ports", List.of("*")))))
                        .path("scope")
                        .asString())
                .isEqualTo("*");
        assertThat(Http.json(get(inspector)).path("scope").asString()).isEqualTo("[]");
    }

    @Test
    void a_role_that_is_not_enough_is_refused_and_so_is_none() {
        assertThat(get(claims -> claims.subject("jane").claim("roles", List.of("REPORTER")))
                        .statusCode())
                .isEqualTo(403);
        assertThat(get(claims -> claims.subject("jane")).statusCode()).isEqualTo(403);
        assertThat(get(claims -> claims.subject("jane").claim("roles", List.of("inspector")))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_token_of_another_key_or_issuer_or_day_is_not_believed() {
        Consumer<JWTClaimsSet.Builder> inspector =
                claims -> claims.subject("jane").claim("roles", List.of("INSPECTOR"));

        assertRefused(anybody.with(ISSUER.forged(inspector)).get(ME));
        assertRefused(get(inspector.andThen(claims -> claims.issuer("https://id.example.org"))));
        assertRefused(get(inspector.andThen(
                claims -> claims.expirationTime(Date.from(Instant.now().minus(Duration.ofHours(1)))))));
        assertRefused(anybody.with("not.a.token").get(ME));
    }

    @Test
    void a_token_whose_claims_cannot_be_used_is_not_believed() {
        assertRefused(get(claims -> claims.claim("roles", List.of("INSPECTOR"))));
        assertRefused(get(claims -> claims.subject("jane doe").claim("roles", List.of("INSPECTOR"))));
        assertRefused(get(claims -> claims.subject("jane").claim("roles", "INSPECTOR")));
        assertRefused(get(claims ->
                claims.subject("jane").claim("roles", List.of("INSPECTOR")).claim("ports", List.of("no port"))));
    }

    @Test
    void the_demo_users_are_unknown_outside_of_the_demo() {
        assertRefused(anybody.as("inspector", "inspector").get(ME));
    }

    private HttpResponse<String> get(Consumer<JWTClaimsSet.Builder> claims) {
        return anybody.with(ISSUER.token(claims)).get(ME);
    }

    private static void assertRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow())
                .startsWith("Bearer");
        assertThat(Http.json(answer).path("type").asString()).isEqualTo("/problems/not-authenticated");
    }
}
