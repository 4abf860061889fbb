package io.holdfast.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running instance as seen by a demo user, whose password equals the name. */
public record Api(String url, String user) {
    /** The header with a position of the log. */
    public static final String POSITION = "X-Holdfast-Position";

    private static final String BEARER = "Bearer ";
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();

    /** The instance as seen by the holder of a token. */
    static Api bearer(String url, String token) {
        return new Api(url, BEARER + token);
    }

    public Api as(String other) {
        return new Api(url, other);
    }

    /** The response to a GET below /api/v1, whatever its status. */
    public HttpResponse<String> answer(String path, String accept) {
        return send(request(path).header("Accept", accept).GET());
    }

    /** The response to a GET that waits until the read model has reached a position of the log. */
    public HttpResponse<String> answerFrom(String position, String path) {
        return send(request(path).header(POSITION, position).GET());
    }

    /** The same in another format. */
    HttpResponse<String> answerFrom(String position, String path, String accept) {
        return send(request(path)
                .header(POSITION, position)
                .header("Accept", accept)
                .GET());
    }

    /** The response to a PUT of JSON, whatever its status. */
    public HttpResponse<String> put(String path, String body) {
        return send(request(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(body)));
    }

    /** The JSON of a GET below /api/v1, which must return 200. */
    public JsonNode get(String path) {
        return ok(answer(path, "application/json, application/problem+json"));
    }

    /** The JSON response to a POST of JSON, which must succeed. */
    public JsonNode post(String path, String body) {
        return ok(answerTo(path, body));
    }

    /** The response to a POST of JSON, whatever its status. */
    public HttpResponse<String> answerTo(String path, String body) {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    /** The response to a POST of JSON with a version of the case, whatever its status. */
    public HttpResponse<String> decide(String path, String etag, String body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("If-Match", etag)
                .POST(BodyPublishers.ofString(body)));
    }

    /** The response to a POST of a file, whatever its status. */
    public HttpResponse<String> upload(String path, String mediaType, byte[] file) {
        return send(request(path).header("Content-Type", mediaType).POST(BodyPublishers.ofByteArray(file)));
    }

    /** Opens a case by hand and returns its position in the log. */
    public String target(String shipment, String port, String basis) {
        return open(shipment, port, basis, "1");
    }

    /** The same, with a mark in the names of the parties involved. */
    String open(String shipment, String port, String basis, String mark) {
        var opened = answerTo("/shipments/" + shipment + "/targeting", """
                {"basis": "%s", "reason": "a tip of %4$s", "declaration":
                  {"shipmentId": "%s", "declaredOn": "2026-11-20", "port": "%s", "transportMode": "MARITIME",
                   "declarant": "D%s", "importer": "IMP%4$s", "hs6": "293333", "countryOfDeparture": "CN",
                   "countryOfOrigin": "CN"}}""".formatted(basis, shipment, port, mark));
        ok(opened);
        return opened.headers().firstValue(POSITION).orElseThrow();
    }

    private String authorization() {
        return user.startsWith(BEARER)
                ? user
                : "Basic " + Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8));
    }

    /** A request below /api/v1 with the user's credentials. */
    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + "/api/v1" + path))
                .timeout(Duration.ofMinutes(1))
                .header("Authorization", authorization());
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** The body of a successful response. */
    public static JsonNode ok(HttpResponse<String> response) {
        if (response.statusCode() >= 300) {
            throw new AssertionError(response.request().method() + " " + response.uri() + " was answered with "
                    + response.statusCode() + ": " + response.body());
        }
        return JSON.readTree(response.body());
    }
}
