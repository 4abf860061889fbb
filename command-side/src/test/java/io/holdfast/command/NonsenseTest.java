package io.holdfast.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Whatever is sent to any endpoint must be answered as the sender's error, never as an internal failure. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class NonsenseTest extends HttpTest {
    private static final int REQUESTS = 25 * Integer.getInteger("holdfast.test.rounds", 1);
    private static final List<String> USERS = List.of("inspector", "supervisor", "analyst");
    private static final List<String> WORDS = List.of(
            "null",
            "true",
            "-1",
            "1e999999999",
            "1e-999999999",
            "0.0000000001",
            "99999999999999999999",
            "\"\"",
            "\" \"",
            "[]",
            "{}",
            "[null]",
            "[[[[]]]]",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"../../etc/passwd\"",
            "\"${jndi:ldap://x}\"",
            "\"2026-13-45\"",
            "\"+1000000000-12-31T23:59:59Z\"",
            "{\"$where\": \"1\"}",
            "NaN",
            "\"MANIFEST\"",
            "\"KG\"",
            "\"" + "x".repeat(5000) + "\"",
            "{\"a\":".repeat(600) + "1" + "}".repeat(600));
    private static final List<String> BODIES = List.of(
            "",
            "{",
            "null",
            "[]",
            "\"\"",
            "42",
            "\u0000",
            "{\"reason\":}",
            "{\"reason\": \"a\", \"reason\": \"b\"}",
            "\uD800",
            "<x/>",
            "a,b\n1,2\n",
            "[".repeat(100_000));
    private static final List<String> IDS = List.of(
            "W-1",
            "W-none",
            "%00",
            "%2e%2e",
            "..;",
            "a%2Fb",
            "%F0%9F%9A%A2",
            "-",
            "x".repeat(65),
            "%ff",
            "a b",
            "%",
            "{id}");
    private static final List<String> MATCHES =
            List.of("\"1\"", "\"0\"", "W/\"1\"", "*", "", "\"", "\"9223372036854775808\"", "a, b");
    private static final List<String> TYPES = List.of(
            "application/json",
            "text/plain",
            "text/csv",
            "application/x-ndjson",
            "application/xml",
            "nonsense",
            "*/*",
            "application/json;charset=utf-16");

    @Autowired
    @Qualifier("requestMappingHandlerMapping") private RequestMappingHandlerMapping mappings;

    @Test
    void nonsense_is_never_answered_with_a_failure_of_ours() {
        targeted();
        long seed = System.nanoTime();
        var random = new Random(seed);
        var endpoints = mappings.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getBeanType().getName().startsWith("io.holdfast.command."))
                .toList();
        assertThat(endpoints).hasSizeGreaterThan(30);
        for (var endpoint : endpoints) {
            for (int i = 0; i < REQUESTS; i++) {
                String answer = tried(random, endpoint.getKey(), endpoint.getValue());
                assertThat(answer).as("seed %d: %s", seed, endpoint.getKey()).doesNotStartWith("5");
            }
        }
    }

    private String tried(Random random, RequestMappingInfo mapping, HandlerMethod method) {
        String pattern = mapping.getPatternValues().iterator().next();
        String path = pattern;
        while (path.contains("{")) {
            path = path.replaceFirst("\\{[^}]+}", encoded(any(random, IDS)));
        }
        Set<RequestMethod> verbs = mapping.getMethodsCondition().getMethods();
        String verb = verbs.isEmpty() ? "POST" : verbs.iterator().next().name();
        String query = random.nextInt(3) == 0 ? "?reason=" + encoded(any(random, WORDS)) : "";
        var request = request(any(random, USERS), path + query);
        if (random.nextBoolean()) {
            request.header("If-Match", any(random, MATCHES));
        }
        request.header("Content-Type", random.nextInt(4) > 0 ? "application/json" : any(random, TYPES));
        String body = body(random, example(method));
        var answer = send(
                request.method(verb, verb.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
        return isAlone(answer) ? "alone" : answer.statusCode() + told(answer, verb, path, body);
    }

    /** There is no query side in this test: a well-formed request that needs it is answered with that error. */
    private static boolean isAlone(HttpResponse<String> answer) {
        return answer.statusCode() == 503 && answer.body().contains("\"/problems/outcomes-unreachable\"");
    }

    private static String told(HttpResponse<String> answer, String verb, String path, String body) {
        return answer.statusCode() < 500 ? "" : " %s %s %.300s -> %s".formatted(verb, path, body, answer.body());
    }

    /**
     * Identifiers that are valid in a path are sent unchanged, even those that Tomcat itself refuses; all others are
     * encoded, because the client accepts only well-formed addresses.
     */
    private static String encoded(String id) {
        boolean wellFormed = id.matches("(?:[A-Za-z0-9._~;-]|%[0-9A-Fa-f]{2})+");
        return (wellFormed ? id : URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20"))
                .replace("$", "%24");
    }

    private static String body(Random random, String example) {
        if (random.nextInt(4) == 0) {
            return any(random, BODIES);
        }
        var values = Stream.of(example.split("(?<=: )|(?=[,}\\]])|(?<=[\\[{])")).collect(Collectors.toList());
        int changes = random.nextInt(3);
        for (int i = 0; i < changes; i++) {
            values.set(random.nextInt(values.size()), any(random, WORDS));
        }
        return String.join("", values);
    }

    private static String example(HandlerMethod method) {
        return Arrays.stream(method.getMethod().getParameterTypes())
                .map(type -> type.getAnnotation(Schema.class))
                .filter(schema -> schema != null && schema.example().startsWith("{"))
                .map(Schema::example)
                .findFirst()
                .orElse("{}");
    }

    private static <T> T any(Random random, List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
