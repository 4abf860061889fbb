package io.holdfast.command.dispatch.web;

import io.holdfast.actor.Actor;
import io.holdfast.command.dispatch.QueuesUnreachableException;
import io.holdfast.command.dispatch.WaitingCases;
import io.holdfast.query.BrowseQueue;
import io.holdfast.query.QueueName;
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
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** The query side in another process. It is asked with the caller's own credentials, so it decides itself what the caller sees. */
final class AskedOverHttp implements WaitingCases {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(5);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();
    private final String url;
    private final HttpServletRequest request;

    /**
     * @param url where the query side is, such as {@code http://query-side:8080}
     * @param request stands for whichever request the current thread serves
     */
    AskedOverHttp(String url, HttpServletRequest request) {
        this.url = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
        this.request = request;
    }

    @Override
    public BrowseQueue.Page page(QueueName queue, Actor actor, @Nullable String after) {
        String path = "/api/v1/queues/" + queue.path() + "?assignee=none&limit=" + PAGE;
        String cursor = after == null ? "" : "&cursor=" + URLEncoder.encode(after, StandardCharsets.UTF_8);
        return read(send(URI.create(url + path + cursor)));
    }

    private HttpResponse<String> send(URI uri) {
        var question = HttpRequest.newBuilder(uri)
                .timeout(ANSWER)
                .header(HttpHeaders.ACCEPT, "application/json, application/problem+json")
                .header(CorrelationId.HEADER, CorrelationId.current());
        String credentials = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (credentials != null) {
            question.header(HttpHeaders.AUTHORIZATION, credentials);
        }
        try {
            return http.send(question.build(), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new QueuesUnreachableException("The query side cannot be reached", failed);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new QueuesUnreachableException("The instance is stopping", stopping);
        }
    }

    private static BrowseQueue.Page read(HttpResponse<String> answer) {
        if (answer.statusCode() != HttpStatus.OK.value()) {
            throw new QueuesUnreachableException("The query side answered with " + answer.statusCode());
        }
        try {
            return LanguageJson.read(answer.body(), BrowseQueue.Page.class);
        } catch (InvalidValueException foreign) {
            throw new QueuesUnreachableException("The query side speaks another version of the language", foreign);
        }
    }
}
