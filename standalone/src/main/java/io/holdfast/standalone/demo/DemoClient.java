package io.holdfast.standalone.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the running demo over HTTP, as its users would. */
final class DemoClient {
    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.shared();
    private final String url;

    DemoClient(String url) {
        this.url = url;
    }

    /** Posts JSON as a user, without If-Match. */
    JsonNode post(String user, String path, String body) {
        return read(
                send(request(user, path).header("Content-Type", "application/json"), BodyPublishers.ofString(body)));
    }

    /** As {@link #post}, with If-Match. */
    JsonNode post(String user, String path, String body, long version) {
        return read(send(
                request(user, path)
                        .header("Content-Type", "application/json")
                        .header("If-Match", "\"" + version + "\""),
                BodyPublishers.ofString(body)));
    }

    /** Posts a CSV and returns the lines of the answer. */
    List<JsonNode> postCsv(String user, String path, InputStream csv) {
        HttpRequest.Builder request = request(user, path)
                .header("Content-Type", "text/csv")
                .header("Accept", "application/x-ndjson, application/problem+json");
        return send(request, BodyPublishers.ofInputStream(() -> csv))
                .body()
                .lines()
                .map(json::readTree)
                .toList();
    }

    JsonNode delete(String user, String path) {
        return read(exchange(request(user, path).DELETE().build()));
    }

    private HttpRequest.Builder request(String user, String path) {
        String basic = Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create(url + "/api/v1" + path))
                .timeout(Duration.ofMinutes(1))
                .header("Authorization", "Basic " + basic);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, BodyPublisher body) {
        return exchange(request.POST(body).build());
    }

    private HttpResponse<String> exchange(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new IllegalStateException("the demo was refused: " + request.method() + " " + request.uri() + " "
                        + response.statusCode() + " " + response.body());
            }
            return response;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the demo was stopped", stopped);
        }
    }

    private JsonNode read(HttpResponse<String> response) {
        return json.readTree(response.body());
    }
}
