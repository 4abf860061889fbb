package io.holdfast.runtime.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import io.holdfast.runtime.Http;
import io.holdfast.runtime.TestApplication;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@SpringBootTest(classes = TestApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DisplayNameGeneration(ReplaceUnderscores.class)
class TokenAccessTest {
    private static final String ME = "/api/v1/test/me";
    private static final Issuer ISSUER = new Issuer();
    private static final Consumer<JWTClaimsSet.Builder> INSPECTOR =
            claims -> claims.subject("jane").claim("roles", List.of("INSPECTOR"));

    @LocalServerPort
    int port;

    private Http anybody;

    @DynamicPropertySource
    static void issuer(DynamicPropertyRegistry properties) {
        properties.add("HOLDFAST_JWT_ISSUER", ISSUER::url);
        properties.add("HOLDFAST_JWT_AUDIENCE", () -> Issuer.AUDIENCE);
        properties.add("holdfast.limits.failed-logins.per-address", () -> 10_000);
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
        assertThat(Http.json(get(INSPECTOR.andThen(claims -> claims.claim("ports", List.of("*")))))
                        .path("scope")
                        .asString())
                .isEqualTo("*");
        assertThat(Http.json(get(INSPECTOR)).path("scope").asString()).isEqualTo("[]");
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
        assertRefused(anybody.with(ISSUER.forged(INSPECTOR)).get(ME));
        assertRefused(get(INSPECTOR.andThen(claims -> claims.issuer("https://id.example.org"))));
        assertRefused(get(INSPECTOR.andThen(
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

    @ParameterizedTest
    @ValueSource(
            strings = {"holdfast", "HoldFast", "system", "SYSTEM", "me", "none", "nobody", "anonymous", "anonymousUser"
            })
    void a_name_that_is_no_persons_is_not_believed(String reserved) {
        assertRefused(get(INSPECTOR.andThen(claims -> claims.subject(reserved))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jane ", " jane", "jane\u200b", "j\u0430ne", "jane\u00a0", "jane\n", "", "jane/../ann"})
    void a_name_is_taken_to_the_letter_or_not_at_all(String sub) {
        assertRefused(get(INSPECTOR.andThen(claims -> claims.subject(sub))));
        assertRefused(get(INSPECTOR.andThen(claims -> claims.subject("j".repeat(129)))));
    }

    @Test
    void a_token_for_somebody_else_or_for_nobody_is_not_believed() {
        assertRefused(get(INSPECTOR.andThen(claims -> claims.audience("https://other.example.gov"))));
        assertRefused(get(INSPECTOR.andThen(claims -> claims.audience(Issuer.AUDIENCE + "/"))));
        assertRefused(get(INSPECTOR.andThen(claims -> claims.audience(List.of()))));
        assertRefused(get(INSPECTOR.andThen(claims -> claims.audience((String) null))));
        assertThat(get(INSPECTOR.andThen(claims -> claims.audience(List.of("other", Issuer.AUDIENCE))))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_token_without_an_end_or_from_the_future_is_not_believed() {
        assertRefused(get(INSPECTOR.andThen(claims -> claims.expirationTime(null))));
        assertRefused(get(INSPECTOR.andThen(claims -> claims.notBeforeTime(in(Duration.ofMinutes(2))))));
        assertRefused(get(INSPECTOR.andThen(claims -> claims.issueTime(in(Duration.ofMinutes(2))))));
        assertThat(get(INSPECTOR.andThen(claims ->
                                claims.notBeforeTime(in(Duration.ofSeconds(10))).issueTime(in(Duration.ofSeconds(10)))))
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"at+jwt", "AT+JWT", "application/at+jwt", "JWT", "jwt"})
    void an_access_token_says_that_it_is_one_or_nothing_else(String type) {
        assertThat(ofType(type, INSPECTOR).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ID",
                "id_token+jwt",
                "logout+jwt",
                "dpop+jwt",
                "secevent+jwt",
                "JOSE",
                "client-authentication+jwt"
            })
    void a_token_of_another_type_is_not_believed(String type) {
        assertRefused(ofType(type, INSPECTOR));
    }

    @Test
    void a_token_that_shows_that_it_was_made_for_a_login_is_not_believed() {
        for (String sign : List.of("nonce", "at_hash", "c_hash", "s_hash", "events")) {
            assertRefused(get(INSPECTOR.andThen(claims -> claims.claim(sign, "n-0S6_WzA2Mj"))));
            assertRefused(ofType("JWT", INSPECTOR.andThen(claims -> claims.claim(sign, "n-0S6_WzA2Mj"))));
        }
        assertRefused(get(INSPECTOR.andThen(claims -> claims.claim("azp", Issuer.AUDIENCE))));
        for (String type : List.of("ID", "Refresh", "Offline", "Logout")) {
            assertRefused(get(INSPECTOR.andThen(claims -> claims.claim("typ", type))));
        }
    }

    @Test
    void an_access_token_may_have_what_id_tokens_have_when_it_says_what_it_is() {
        assertThat(get(INSPECTOR.andThen(claims -> claims.claim("typ", "Bearer").claim("nonce", "n-0S6_WzA2Mj")))
                        .statusCode())
                .isEqualTo(200);
        assertThat(ofType("at+jwt", INSPECTOR.andThen(claims -> claims.claim("azp", Issuer.AUDIENCE)))
                        .statusCode())
                .isEqualTo(200);
        assertThat(get(INSPECTOR.andThen(
                                claims -> claims.claim("azp", Issuer.AUDIENCE).claim("scope", "cases")))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_token_that_is_not_signed_with_a_private_key_is_not_believed() throws Exception {
        var claims = ISSUER.claims(INSPECTOR);
        assertRefused(anybody.with(new PlainJWT(claims).serialize()).get(ME));
        var secret = ISSUER.publicKey().toRSAPublicKey().getEncoded();
        assertRefused(anybody.with(Issuer.sign(
                        new MACSigner(secret),
                        new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("first").build(),
                        claims.toPayload()))
                .get(ME));
        assertRefused(anybody.with(Issuer.sign(
                        new RSASSASigner(Issuer.key("own")),
                        new JWSHeader.Builder(JWSAlgorithm.RS256)
                                .jwk(Issuer.key("own").toPublicJWK())
                                .build(),
                        claims.toPayload()))
                .get(ME));
    }

    /** Whatever a claim contains, the answer is deliberate and never an internal failure. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"sub\": [\"jane\"]}",
                "{\"sub\": {\"jane\": 1}}",
                "{\"sub\": null}",
                "{\"roles\": \"INSPECTOR\"}",
                "{\"roles\": {\"INSPECTOR\": true}}",
                "{\"roles\": [[\"INSPECTOR\"]]}",
                "{\"roles\": [\"INSPECTOR\", 7]}",
                "{\"roles\": [\"INSPECTOR\", null]}",
                "{\"ports\": \"*\"}",
                "{\"ports\": [2304]}",
                "{\"ports\": [\"*\", {}]}",
                "{\"ports\": [\"2304\", \"no port\"]}",
                "{\"ports\": [null]}",
                "{\"home_port\": 2304}",
                "{\"home_port\": [\"2304\"]}",
                "{\"home_port\": \"\"}",
                "{\"aud\": 7}",
                "{\"aud\": [7]}",
                "{\"aud\": {}}",
                "{\"aud\": [[\"https://holdfast.example.gov\"]]}",
                "{\"exp\": \"tomorrow\"}",
                "{\"exp\": -1}",
                "{\"exp\": 1e400}",
                "{\"exp\": [1]}",
                "{\"exp\": null}",
                "{\"nbf\": \"soon\"}",
                "{\"iat\": {}}",
                "{\"iss\": 7}",
                "{\"iss\": \"\"}",
                "{\"iss\": [\"https://id.example.gov\"]}",
                "{\"typ\": 7}",
                "[]",
                "\"jane\"",
                "null",
                "{",
                ""
            })
    void a_claim_of_another_shape_is_not_believed(String changed) {
        HttpResponse<String> answer =
                anybody.with(ISSUER.raw(changedTo(changed))).get(ME);
        assertRefused(answer);
    }

    @Test
    void roles_count_at_the_top_of_the_token_only() {
        assertThat(get(claims -> claims.subject("jane")
                                .claim("realm_access", Map.of("roles", List.of("INSPECTOR")))
                                .claim("scope", "INSPECTOR")
                                .claim("groups", List.of("INSPECTOR")))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void an_address_that_the_caller_claims_is_not_the_callers() {
        HttpResponse<String> answer = anybody.with(ISSUER.token(INSPECTOR)).get(ME, "X-Forwarded-For", "6.6.6.6");
        assertThat(Http.json(answer).path("address").asString()).isEqualTo("127.0.0.1");
    }

    /** A valid payload with some members replaced; a text that is not an object replaces the whole payload. */
    private static String changedTo(String changed) {
        JsonNode change;
        try {
            change = JsonMapper.shared().readTree(changed);
        } catch (JacksonException notJson) {
            return changed;
        }
        if (!(change instanceof ObjectNode members)) {
            return changed;
        }
        var payload = (ObjectNode)
                JsonMapper.shared().readTree(ISSUER.claims(INSPECTOR).toString());
        payload.setAll(members);
        return payload.toString();
    }

    private static Date in(Duration time) {
        return Date.from(Instant.now().plus(time));
    }

    private HttpResponse<String> ofType(String type, Consumer<JWTClaimsSet.Builder> claims) {
        return anybody.with(ISSUER.token(header -> header.type(new JOSEObjectType(type)), claims))
                .get(ME);
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
