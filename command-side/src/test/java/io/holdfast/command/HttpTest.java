package io.holdfast.command;

import io.holdfast.embeddedmongo.EmbeddedMongo;
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
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole command side on a real port, with the demo users, on an embedded database shared by all tests. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, classes = CommandSideApplication.class)
@ActiveProfiles("demo")
public abstract class HttpTest {
    private static final EmbeddedMongo MONGO = EmbeddedMongo.inMemory();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final AtomicInteger SHIPMENTS = new AtomicInteger();

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        properties.add("spring.mongodb.uri", MONGO::connectionString);
    }

    /** Opens a case and returns the identifier of its shipment. */
    protected String targeted() {
        String shipment = "W-" + SHIPMENTS.incrementAndGet();
        var answer = post("analyst", path(shipment, "/targeting"), """
                {"basis": "MANUAL", "reason": "a tip", "declaration": %s}""".formatted(declaration(shipment)));
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return shipment;
    }

    protected static String declaration(String shipment) {
        return """
                {"shipmentId": "%s", "declaredOn": "2026-11-20", "port": "2704", "transportMode": "MARITIME",
                 "declarant": "D1", "hs6": "293333", "countryOfDeparture": "CN", "countryOfOrigin": "CN"}""".formatted(shipment);
    }

    protected static String path(String shipment, String resource) {
        return "/api/v1/shipments/" + shipment + resource;
    }

    protected HttpResponse<String> post(String user, String path, String body, String... headers) {
        return send(request(user, path, headers)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    protected HttpResponse<String> delete(String user, String path, String... headers) {
        return send(request(user, path, headers).DELETE());
    }

    protected HttpRequest.Builder request(String user, String path, String... headers) {
        String basic = Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Basic " + basic);
        return headers.length == 0 ? request : request.headers(headers);
    }

    protected static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    protected static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }
}
