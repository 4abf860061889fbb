package io.holdfast.command.outcomes.web;

import io.holdfast.actor.Actor;
import io.holdfast.command.outcomes.OutcomeFeed;
import io.holdfast.command.outcomes.OutcomesUnreachableException;
import io.holdfast.query.FindOutcomes;
import io.holdfast.runtime.json.LanguageJson;
import io.holdfast.runtime.web.CorrelationId;
import io.holdfast.value.InvalidValueException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * The query side in another process. It is asked with the caller's own credentials, so it decides itself what the caller
 * sees; should they expire on the way, the feed breaks off.
 */
final class OutcomesOverHttp implements OutcomeFeed {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();
    private final String url;
    private final HttpServletRequest request;

    /**
     * @param url where the query side is, such as {@code http://query-side:8080}
     * @param request stands for whichever request the current thread serves
     */
    OutcomesOverHttp(String url, HttpServletRequest request) {
        this.url = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
        this.request = request;
    }

    @Override
    public Pages open(Actor actor) {
        String credentials = request.getHeader(HttpHeaders.AUTHORIZATION);
        String correlation = CorrelationId.current();
        return (filter, after) -> read(send(uri(filter, after), credentials, correlation));
    }

    private URI uri(FindOutcomes.Filter filter, long after) {
        var query = new StringBuilder("/api/v1/feedback/outcomes?limit=" + PAGE);
        add(query, "from", filter.from());
        add(query, "to", filter.to());
        add(query, "port", filter.port());
        add(
                query,
                "basis",
                filter.basis() == null ? null : filter.basis().name().toLowerCase(Locale.ROOT));
        add(query, "examinedOnly", filter.examinedOnly() ? "true" : null);
        add(query, "asKnownOn", filter.asKnownOn());
        add(query, "after", after < 0 ? null : after);
        return URI.create(url + query);
    }

    private static void add(StringBuilder query, String name, @Nullable Object value) {
        if (value != null) {
            query.append('&')
                    .append(name)
                    .append('=')
                    .append(URLEncoder.encode(value.toString(), StandardCharsets.UTF_8));
        }
    }

    private HttpResponse<String> send(URI uri, @Nullable String credentials, String correlation) {
        var question = HttpRequest.newBuilder(uri)
                .timeout(ANSWER)
                .header(HttpHeaders.ACCEPT, "application/json, application/problem+json")
                .header(CorrelationId.HEADER, correlation);
        if (credentials != null) {
            question.header(HttpHeaders.AUTHORIZATION, credentials);
        }
        try {
            return http.send(question.build(), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new OutcomesUnreachableException("The query side cannot be reached", failed);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new OutcomesUnreachableException("Interrupted", stopping);
        }
    }

    private static FindOutcomes.Page read(HttpResponse<String> answer) {
        if (answer.statusCode() != HttpStatus.OK.value()) {
            throw new OutcomesUnreachableException("The query side answered with " + answer.statusCode());
        }
        try {
            return LanguageJson.read(answer.body(), FindOutcomes.Page.class);
        } catch (InvalidValueException foreign) {
            throw new OutcomesUnreachableException("The query side speaks another version of the language", foreign);
        }
    }
}
