package io.holdfast.standalone;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of server-sent events. */
final class Listener implements AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();

    /** One event; a comment has neither name nor data. */
    record Event(String name, String id, String data, long receivedAt) {
        JsonNode json() {
            return JSON.readTree(data);
        }

        boolean isOf(String shipment) {
            return json().path("shipmentId").asString("").equals(shipment);
        }
    }

    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final List<Event> seen = new ArrayList<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final InputStream body;
    private volatile String lastId = "";
    private String opened = "";

    private Listener(InputStream body) {
        this.body = body;
        Thread.startVirtualThread(this::read);
    }

    /** The response to the request for a stream, whatever its status. */
    static HttpResponse<InputStream> ask(Api api, String path, String lastEventId) {
        HttpRequest.Builder request = api.request(path).header("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        try {
            return HTTP.send(request.build(), BodyHandlers.ofInputStream());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Starts listening; returns when the stream is open. */
    static Listener to(Api api, String path, String lastEventId) {
        var answer = ask(api, path, lastEventId);
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + " was answered with " + answer.statusCode());
        }
        var listener = new Listener(answer.body());
        listener.opened = listener.await(event -> event.name().equals("open")).id();
        return listener;
    }

    private void read() {
        try (var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            String name = "";
            var data = new StringBuilder();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty()) {
                    events.add(new Event(name, lastId, data.toString(), System.nanoTime()));
                    name = "";
                    data.setLength(0);
                } else if (line.startsWith("event: ")) {
                    name = line.substring(7);
                } else if (line.startsWith("id: ")) {
                    lastId = line.substring(4);
                } else if (line.startsWith("data: ")) {
                    data.append(line.substring(6));
                }
            }
        } catch (IOException closed) {
            // the test has closed it, or the server has gone
        }
        ended.complete(null);
    }

    /** The next matching event; earlier ones are skipped, but recorded. */
    Event await(Predicate<Event> wanted) {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        try {
            for (Event event = next(deadline); event != null; event = next(deadline)) {
                if (wanted.test(event)) {
                    return event;
                }
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        throw new AssertionError("Not received in time; received: " + seen);
    }

    private Event next(long deadline) throws InterruptedException {
        Event event = events.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        if (event != null) {
            seen.add(event);
        }
        return event;
    }

    Event awaitCase(String shipment) {
        return await(event -> event.name().equals("case") && event.isOf(shipment));
    }

    Event awaitGone(String shipment) {
        return await(event -> event.name().equals("gone") && event.isOf(shipment));
    }

    /** Everything received so far. */
    String received() {
        events.drainTo(seen);
        return seen.toString();
    }

    /** The id with which the stream was opened. */
    String openedAt() {
        return opened;
    }

    String lastId() {
        return lastId;
    }

    /** Waits for the server to end the stream. */
    void awaitEnd(Duration atMost) {
        try {
            ended.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (Exception e) {
            throw new AssertionError("The stream did not end", e);
        }
    }

    @Override
    public void close() {
        try {
            body.close();
        } catch (IOException alreadyGone) {
            // nothing to do
        }
    }
}
