package io.holdfast.command.queryside;

import io.holdfast.actor.Actor;
import io.holdfast.query.BrowseQueue;
import io.holdfast.query.FindOutcomes;
import io.holdfast.query.QueueName;
import io.holdfast.runtime.json.LanguageJson;
import io.holdfast.runtime.web.CorrelationId;
import io.holdfast.value.InvalidValueException;
import io.holdfast.value.OnRecord;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The query side in another process. Requests carry the caller's own credentials, so the query side itself decides what
 * the caller may see; when they expire while outcomes are being read, reading fails.
 */
final class HttpQuerySide implements QuerySide {
    private static final Duration CONNECT = Duration.ofSeconds(2);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();
    private final String url;
    private final HttpServletRequest request;

    /**
     * @param url the address of the query side, such as {@code http://query-side:8080}
     * @param request proxy for the request that the current thread serves
     */
    HttpQuerySide(String url, HttpServletRequest request) {
        this.url = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
        this.request = request;
    }

    /** Headers of the caller's request, copied because the request may be over before the last query is sent. */
    private record Caller(@Nullable String credentials, String correlation) {}

    @Override
    public BrowseQueue.Page unassigned(QueueName queue, Actor actor, @Nullable String after) {
        var parameters =
                new Parameters().with("assignee", "none").with("limit", CASES).with("cursor", after);
        URI question = parameters.of(url + "/api/v1/queues/" + queue.path());
        return ask(Subject.QUEUES, question, caller(), BrowseQueue.Page.class);
    }

    @Override
    public OutcomePages outcomes(Actor actor) {
        Caller caller = caller();
        return (filter, after) -> ask(Subject.OUTCOMES, outcomes(filter, after), caller, FindOutcomes.Page.class);
    }

    private URI outcomes(FindOutcomes.Filter filter, long after) {
        FindOutcomes.Basis basis = filter.basis();
        return new Parameters()
                .with("limit", OUTCOMES)
                .with("from", filter.from())
                .with("to", filter.to())
                .with("port", filter.port())
                .with("basis", basis == null ? null : basis.name().toLowerCase(Locale.ROOT))
                .with("examinedOnly", filter.examinedOnly() ? true : null)
                .with("asKnownOn", filter.asKnownOn())
                .with("after", after < 0 ? null : after)
                .of(url + "/api/v1/feedback/outcomes");
    }

    /** Query parameters; null values are left out. */
    private static final class Parameters {
        private final Map<String, Object> values = new LinkedHashMap<>();

        Parameters with(String name, @Nullable Object value) {
            if (value != null) {
                values.put(name, value);
            }
            return this;
        }

        URI of(String path) {
            var uri = UriComponentsBuilder.fromUriString(path);
            values.keySet().forEach(name -> uri.queryParam(name, "{" + name + "}"));
            return uri.encode().buildAndExpand(values).toUri();
        }
    }

    private Caller caller() {
        return new Caller(request.getHeader(HttpHeaders.AUTHORIZATION), CorrelationId.current());
    }

    private <A> A ask(Subject subject, URI uri, Caller caller, Class<A> answer) {
        var question = HttpRequest.newBuilder(uri)
                .timeout(subject.patience())
                .header(HttpHeaders.ACCEPT, "application/json, application/problem+json")
                .header(CorrelationId.HEADER, caller.correlation());
        if (caller.credentials() != null) {
            question.header(HttpHeaders.AUTHORIZATION, caller.credentials());
        }
        return read(subject, send(subject, question.build()), answer);
    }

    private HttpResponse<String> send(Subject subject, HttpRequest question) {
        try {
            return http.send(question, BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new QuerySideUnreachableException(subject, "The query side cannot be reached", failed);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new QuerySideUnreachableException(subject, "The instance is stopping", stopping);
        }
    }

    private static <A> A read(Subject subject, HttpResponse<String> answered, Class<A> answer) {
        if (answered.statusCode() != HttpStatus.OK.value()) {
            String reason = "The query side answered with " + answered.statusCode();
            throw new QuerySideUnreachableException(subject, reason, null);
        }
        try {
            return OnRecord.read(() -> LanguageJson.read(answered.body(), answer));
        } catch (InvalidValueException foreign) {
            throw new QuerySideUnreachableException(
                    subject, "The query side speaks another version of the language", foreign);
        }
    }
}
