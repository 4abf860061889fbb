package io.holdfast.runtime.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.slf4j.MDC;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * Sets the security headers on every answer, including refusals: browsers and caches must not store, frame, sniff or
 * execute anything of a case. The API documentation page may load its own scripts and styles, but nobody else's.
 * Strict-Transport-Security is set where TLS is configured.
 *
 * <p>Also gives every request its {@link CorrelationId}, in the logging context and on the answer. As the outermost
 * valve of the container it also sees what no filter does: requests that are refused before they reach the application.
 */
final class AnswerHeaders extends ValveBase {
    private static final String ID = CorrelationId.class.getName();
    private static final String NOTHING =
            "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
    private static final String OWN_PAGES = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
            + " img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    AnswerHeaders() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        set(request, response);
        try (var _ = MDC.putCloseable(CorrelationId.MDC_KEY, id(request))) {
            if (request.getProtocol().isEmpty()) {
                refuseHttp09(request, response);
            } else {
                getNext().invoke(request, response);
            }
        }
    }

    /**
     * Refuses HTTP/0.9, whose answers have no headers. The refusal is sent in HTTP/1.1 form, so that it cannot be
     * mistaken for a real answer.
     */
    private static void refuseHttp09(Request request, Response response) throws IOException {
        var answer = new StringBuilder("HTTP/1.1 505 \r\nConnection: close\r\n");
        headers(request).forEach((name, value) -> line(answer, name, value));
        line(answer, HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        answer.append("\r\n").append(ContainerProblems.json(HttpStatus.HTTP_VERSION_NOT_SUPPORTED));
        response.getOutputStream().write(answer.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void line(StringBuilder answer, String name, String value) {
        answer.append(name).append(": ").append(value).append("\r\n");
    }

    /** Sets the headers, replacing existing ones. */
    static void set(Request request, Response response) {
        headers(request).forEach(response::setHeader);
    }

    private static Map<String, String> headers(Request request) {
        String path = request.getRequestURI();
        boolean page = path != null && path.startsWith("/swagger-ui/");
        return Map.of(
                CorrelationId.HEADER,
                id(request),
                "X-Content-Type-Options",
                "nosniff",
                "X-Frame-Options",
                "DENY",
                "Content-Security-Policy",
                page ? OWN_PAGES : NOTHING,
                "Referrer-Policy",
                "no-referrer",
                "Cross-Origin-Resource-Policy",
                "same-origin",
                HttpHeaders.CACHE_CONTROL,
                "no-store");
    }

    /** The correlation id; it stays the same however often the request is dispatched. */
    private static String id(Request request) {
        if (request.getAttribute(ID) instanceof String known) {
            return known;
        }
        String id = CorrelationId.ofCaller(request.getHeader(CorrelationId.HEADER));
        request.setAttribute(ID, id);
        return id;
    }
}
