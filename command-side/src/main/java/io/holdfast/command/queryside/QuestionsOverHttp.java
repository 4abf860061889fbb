package io.holdfast.command.queryside;

import io.holdfast.runtime.json.LanguageJson;
import io.holdfast.runtime.web.CorrelationId;
import io.holdfast.value.InvalidValueException;
import io.holdfast.value.OnRecord;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** Asks the query side in another process, with a caller's own credentials: so it decides itself what the caller sees. */
public final class QuestionsOverHttp {
    private static final Duration CONNECT = Duration.ofSeconds(2);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();
    private final String url;
    private final Duration patience;
    private final Unreachable unreachable;

    /**
     * @param url where the query side is, such as {@code http://query-side:8080}
     * @param patience how long to wait for an answer
     */
    public QuestionsOverHttp(String url, Duration patience, Unreachable unreachable) {
        this.url = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
        this.patience = patience;
        this.unreachable = unreachable;
    }

    /**
     * The answer; anything but that is thrown as unreachable.
     *
     * @param path with its parameters
     * @param credentials of the caller, as they came; absent where the caller had none
     */
    public <A> A get(String path, @Nullable String credentials, String correlation, Class<A> answer) {
        var question = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(patience)
                .header(HttpHeaders.ACCEPT, "application/json, application/problem+json")
                .header(CorrelationId.HEADER, correlation);
        if (credentials != null) {
            question.header(HttpHeaders.AUTHORIZATION, credentials);
        }
        return read(send(question.build()), answer);
    }

    private HttpResponse<String> send(HttpRequest question) {
        try {
            return http.send(question, BodyHandlers.ofString());
        } catch (IOException failed) {
            throw unreachable.because("The query side cannot be reached", failed);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw unreachable.because("The instance is stopping", stopping);
        }
    }

    private <A> A read(HttpResponse<String> answered, Class<A> answer) {
        if (answered.statusCode() != HttpStatus.OK.value()) {
            throw unreachable.because("The query side answered with " + answered.statusCode(), null);
        }
        try {
            return OnRecord.read(() -> LanguageJson.read(answered.body(), answer));
        } catch (InvalidValueException foreign) {
            throw unreachable.because("The query side speaks another version of the language", foreign);
        }
    }
}
