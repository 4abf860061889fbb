package io.holdfast.standalone.intake;

import io.holdfast.runtime.time.Stopwatch;
import io.holdfast.standalone.cli.CommandLineException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** HTTP client of the intake API. A request without a complete answer is sent again: repeating rows is safe. */
final class IntakeEndpoint {
    private static final Duration ANSWER_WITHIN = Duration.ofMinutes(5);
    /** Far more than 10,000 results need, in bytes. */
    private static final long MAX_ANSWER = 32L * 1024 * 1024;

    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final JsonMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private final URI declarations;
    private final String authorization;
    private final Duration retryFor;

    IntakeEndpoint(URI instance, String authorization, Duration retryFor) {
        if (!"http".equals(instance.getScheme()) && !"https".equals(instance.getScheme())) {
            throw new CommandLineException("--url must start with http:// or https://");
        }
        this.declarations = instance.resolve("/api/v1/declarations");
        this.authorization = authorization;
        this.retryFor = retryFor;
    }

    static String basic(String user) {
        return "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Sends rows and returns one result per row, in the same order.
     *
     * @param notice told when the server does not answer and the rows are sent again
     * @throws CommandLineException when the server refuses the request as a whole, or does not answer within the time
     *     limit
     */
    List<IntakeResult> send(List<Row> rows, Consumer<String> notice) throws InterruptedException {
        Stopwatch tried = Stopwatch.start();
        while (true) {
            try {
                return sendOnce(rows);
            } catch (IOException noAnswer) {
                if (tried.hasRun(retryFor)) {
                    throw new CommandLineException(
                            "the server at " + declarations.getAuthority() + " does not answer (line "
                                    + rows.getFirst().line() + "); run the same command again to go on");
                }
                notice.accept("no answer from " + declarations.getAuthority() + ", trying again");
                Thread.sleep(BETWEEN_TRIES);
            }
        }
    }

    private List<IntakeResult> sendOnce(List<Row> rows) throws IOException, InterruptedException {
        var body = new StringBuilder();
        rows.forEach(row -> body.append(row.json()).append('\n'));
        HttpRequest request = HttpRequest.newBuilder(declarations)
                .timeout(ANSWER_WITHIN)
                .header("Authorization", authorization)
                .header("Content-Type", "application/x-ndjson")
                .header("Accept", "application/x-ndjson, application/problem+json")
                .POST(BodyPublishers.ofString(body.toString()))
                .build();
        HttpResponse<String> response = http.send(request, BodyHandlers.limiting(BodyHandlers.ofString(), MAX_ANSWER));
        return switch (response.statusCode()) {
            case 200 -> results(response.body(), rows.size());
            case 429, 502, 503, 504 -> throw new IOException("status " + response.statusCode());
            case 401 ->
                throw new CommandLineException(
                        "the server does not know this user or password, or the token (--user, --token-file)");
            case 403 -> throw new CommandLineException("this user may not bring in declarations; an analyst may");
            default ->
                throw new CommandLineException(
                        "the server answered " + response.statusCode() + ": " + oneLine(response.body()));
        };
    }

    private static String oneLine(String body) {
        String line = body.replaceAll("\\s+", " ").strip();
        return line.length() <= 500 ? line : line.substring(0, 500) + "…";
    }

    private List<IntakeResult> results(String body, int expected) throws IOException {
        try {
            List<IntakeResult> results = body.lines()
                    .filter(line -> !line.isBlank())
                    .map(line -> json.readValue(line, IntakeResult.class))
                    .toList();
            if (results.size() != expected) {
                throw new IOException("an answer for " + results.size() + " of " + expected + " rows");
            }
            return results;
        } catch (JacksonException cutOff) {
            throw new IOException("an answer that was cut off", cutOff);
        }
    }
}
