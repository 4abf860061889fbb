package io.holdfast.runtime.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.Locale.ROOT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.holdfast.runtime.Http;
import io.holdfast.runtime.TestApplication;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

@SpringBootTest(classes = TestApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
@DisplayNameGeneration(ReplaceUnderscores.class)
class AnswerHeadersTest {
    @LocalServerPort
    int port;

    @ParameterizedTest
    @CsvSource({
        "inspector, /api/v1/test/me, 200",
        "inspector, /api/v1/test/broken, 500",
        "inspector, /api/v1/nothing/here, 404",
        "inspector, /api/v1/test/me;a=b, 400",
        "reporter, /api/v1/test/me, 403",
        "nobody, /api/v1/test/me, 401",
        "nobody, /actuator/health, 401",
        "nobody, /v3/api-docs, 401"
    })
    void whatever_is_answered_is_not_kept_framed_guessed_at_or_run(String user, String path, int status) {
        HttpResponse<String> answer = Http.anonymous(port).as(user, user).get(path);
        assertThat(answer.statusCode()).isEqualTo(status);
        HttpHeaders headers = answer.headers();
        assertThat(headers.allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(headers.allValues("X-Frame-Options")).containsExactly("DENY");
        assertThat(headers.allValues("Cache-Control")).containsExactly("no-store");
        assertThat(headers.allValues("Referrer-Policy")).containsExactly("no-referrer");
        assertThat(headers.allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .startsWith("default-src 'none'; frame-ancestors 'none'");
        assertThat(headers.firstValue("Server")).isEmpty();
        assertThat(headers.firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void over_plain_http_nothing_is_said_of_tls() {
        HttpResponse<String> answer =
                Http.anonymous(port).as("inspector", "inspector").get("/api/v1/test/me");
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).isEmpty();
    }

    @Test
    void the_page_of_the_api_runs_its_own_scripts_and_no_others() {
        HttpResponse<String> page = Http.anonymous(port).get("/swagger-ui/index.html");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("script-src 'self';");
        assertThat(page.body()).contains("<script src=").doesNotContainPattern("<script[^>]*>\\s*[^<\\s]");
    }

    @ParameterizedTest
    @MethodSource("noRequestsAtAll")
    void what_the_container_refuses_is_a_problem_as_well(String sent, int status) throws IOException {
        String answer = raw(sent);
        assertThat(answer).startsWith("HTTP/1.1 " + status);
        assertThat(answer)
                .doesNotContainIgnoringCase("tomcat", "exception", "java", "spring", "holdfast", "\tat ", "<html");
        String[] parts = answer.split("\r\n\r\n", 2);
        assertThat(parts[0].toLowerCase(ROOT))
                .contains("content-type: application/problem+json")
                .containsOnlyOnce("x-correlation-id: ")
                .containsOnlyOnce("x-content-type-options: nosniff")
                .containsOnlyOnce("cache-control: no-store")
                .containsOnlyOnce("content-security-policy: default-src 'none'");
        assertThat(parts[1]).contains("\"type\":\"/problems/", "\"status\":" + status);
    }

    static List<Arguments> noRequestsAtAll() {
        String end = " HTTP/1.1\r\nHost: localhost\r\n\r\n";
        return List.of(
                arguments("GET /api/v1/test/\u0001me" + end, 400),
                arguments("GET /api/v1/test/a%2Fb" + end, 400),
                arguments("GET /api/v1/test/%00" + end, 400),
                arguments("GET /api/v1/test/%zz" + end, 400),
                arguments("GET /api/v1/test/a%5Cb" + end, 400),
                arguments("GET /" + "a".repeat(20_000) + end, 400),
                arguments("GET / HTTP/1.1\r\nHost: localhost\r\nX-Long: " + "a".repeat(20_000) + "\r\n\r\n", 400),
                arguments("GET / HTTP/1.1\r\nHost: localhost\r\nBad Header: a\r\n\r\n", 400),
                arguments("GET / HTTP/1.1\r\nHost: x y\r\n\r\n", 400),
                arguments("GET / HTTP/1.1\r\nHost: localhost\r\nHost: y\r\n\r\n", 400),
                arguments("NONSENSE\r\n\r\n", 400),
                arguments("\u0016\u0003\u0001\u0002\r\n\r\n", 400),
                arguments("GET / HTTP/9.9\r\nHost: localhost\r\n\r\n", 505),
                arguments("GET /a HTTP/1.1\r\n\r\n", 400),
                arguments("TRACE /" + end, 405),
                arguments("BREW /api/v1/test/me" + end, 400),
                arguments("GET //..//..//etc/passwd" + end, 400),
                arguments("GET nowhere" + end, 400),
                arguments("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n", 400),
                arguments(
                        "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab", 400),
                arguments("POST / HTTP/1.1\r\nHost: localhost\r\nExpect: nonsense\r\n\r\n", 417),
                arguments("POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: nonsense\r\n\r\n", 501),
                arguments("GET /\r\n\r\n", 505));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            *               | 304
            "7"             | 304
            W/"7"           | 304
            "1", "7"        | 304
            "1"             | 200
            7               | 200
            "*"             | 200
            """)
    void who_has_the_version_need_not_be_sent_it_again(String known, int status) {
        Http inspector = Http.anonymous(port).as("inspector", "inspector");
        HttpResponse<String> answer = inspector.get("/api/v1/test/versioned", "If-None-Match", known);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("ETag")).contains("\"7\"");
        assertThat(answer.body().isEmpty()).isEqualTo(status == 304);
        assertThat(inspector.get("/api/v1/nothing/here", "If-None-Match", known).statusCode())
                .isEqualTo(404);
    }

    private String raw(String sent) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(sent.getBytes(ISO_8859_1));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }
}
