package io.holdfast.runtime.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.runtime.Http;
import io.holdfast.runtime.TestApplication;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

@SpringBootTest(
        classes = TestApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "server.forward-headers-strategy=native")
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
    void only_over_tls_it_is_said_to_stay_with_tls() {
        Http inspector = Http.anonymous(port).as("inspector", "inspector");
        String header = "Strict-Transport-Security";
        assertThat(inspector.get("/api/v1/test/me").headers().firstValue(header))
                .isEmpty();
        assertThat(inspector
                        .get("/api/v1/test/me", "X-Forwarded-Proto", "https")
                        .headers()
                        .firstValue(header)
                        .orElseThrow())
                .startsWith("max-age=31536000");
    }

    @Test
    void the_page_of_the_api_runs_its_own_scripts_and_no_others() {
        HttpResponse<String> page = Http.anonymous(port).get("/swagger-ui/index.html");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("script-src 'self';");
        assertThat(page.body()).contains("<script src=").doesNotContainPattern("<script[^>]*>\\s*[^<\\s]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/test/\u0001me HTTP/1.1\r\nHost: x\r\n\r\n",
                "NONSENSE\r\n\r\n",
                "GET / HTTP/9.9\r\nHost: x\r\n\r\n",
                "GET /a HTTP/1.1\r\n\r\n",
                "TRACE / HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET //..//..//etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: nonsense\r\n\r\n"
            })
    void what_is_no_request_at_all_learns_nothing_of_the_inside(String sent) throws IOException {
        String answer = raw(sent);
        assertThat(answer).startsWith("HTTP/1.1 ");
        assertThat(answer.substring(9, 10)).isIn("4", "5");
        assertThat(answer).doesNotContainIgnoringCase("tomcat", "exception", "java", "spring", "holdfast", "\tat ");
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
