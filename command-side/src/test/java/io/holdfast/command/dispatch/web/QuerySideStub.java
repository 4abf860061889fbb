package io.holdfast.command.dispatch.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** A stubbed remote query side that answers with the given pages, one per request, and repeats the last one forever. */
final class QuerySideStub {
    private final Queue<String> pages = new ConcurrentLinkedQueue<>();
    private final HttpServer server;
    private volatile int status = 200;
    private volatile @Nullable String question;
    private volatile @Nullable String credentials;

    QuerySideStub() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.createContext("/api/v1/queues", this::answer);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/";
    }

    @Nullable String question() {
        return question;
    }

    @Nullable String credentials() {
        return credentials;
    }

    void shows(String... next) {
        status = 200;
        pages.clear();
        pages.addAll(List.of(next));
    }

    void fails() {
        status = 503;
    }

    static String page(String... rows) {
        return "{\"items\": [" + String.join(",", rows) + "]}";
    }

    static String page(List<String> shipments) {
        return page(shipments.stream().map(shipment -> row(shipment, 1)).toArray(String[]::new));
    }

    /** An unassigned case, as a row of a queue at this version. */
    static String row(String shipment, long version) {
        return """
                {"shipmentId": "%s", "port": "2704", "status": "TARGETED",
                 "priority": {"total": 30, "shares": [{"why": "SCORE", "points": 30, "detail": "MANUAL"}]}, "basis": "MANUAL",
                 "instructions": ["a tip"], "hs6": "293333", "country": "CN", "escalated": false, "exams": [], "holds": [], "clocks": [],
                 "targetedAt": "2026-11-20T10:00:00Z", "enteredAt": "2026-11-20T10:00:00Z",
                 "lastChangeAt": "2026-11-20T10:00:00Z", "version": %d}""".formatted(shipment, version);
    }

    private void answer(HttpExchange exchange) throws IOException {
        question = exchange.getRequestURI().toString();
        credentials = exchange.getRequestHeaders().getFirst("Authorization");
        String page = pages.size() > 1 ? pages.remove() : pages.peek();
        byte[] bytes = (page == null ? page() : page).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
