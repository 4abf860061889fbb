package io.holdfast.benchmarks.queues;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.holdfast.shipment.HoldId;
import io.holdfast.shipment.HoldType;
import io.holdfast.shipment.event.ShipmentEvent.HoldPlaced;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.GenericDomainEventMessage;

/** Many watchers of one queue, each on a connection of its own. They are plain sockets without client-side buffers. */
final class WatcherCrowd {
    private static final int MILLIS_TO_WAIT = 60_000;
    private static final String REQUEST =
            """
            GET /api/v1/queues/open/stream HTTP/1.1\r
            Host: localhost\r
            Accept: text/event-stream\r
            Authorization: Basic %s\r
            \r
            """.formatted(Base64.getEncoder().encodeToString("inspector:inspector".getBytes(US_ASCII)));

    private WatcherCrowd() {}

    /**
     * The results.
     *
     * @param bytesEach live heap that one watcher takes
     * @param platformThreads how many more threads there are with the watchers than without
     * @param lastMillis from the append of an event until the last watcher has received it
     */
    record Seen(int watchers, long bytesEach, int platformThreads, long lastMillis) {
        String line() {
            return "%d watchers: %,d bytes of live heap each (%.1f MB together), %d more platform threads; an event reached the last of them in %d ms"
                    .formatted(watchers, bytesEach, watchers * bytesEach / 1e6, platformThreads, lastMillis);
        }
    }

    static Seen watch(QueueNode node, int watchers) throws IOException {
        List<Socket> sockets = new ArrayList<>();
        try {
            connect(node, 20, sockets); // warm up, so that one-time allocations are not counted
            long before = liveHeap();
            int threads = ManagementFactory.getThreadMXBean().getThreadCount();
            connect(node, watchers, sockets);
            long each = (liveHeap() - before) / watchers;
            int more = ManagementFactory.getThreadMXBean().getThreadCount() - threads;
            return new Seen(watchers, each, more, tell(node, sockets));
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }

    private static void connect(QueueNode node, int count, List<Socket> sockets) throws IOException {
        for (int i = 0; i < count; i++) {
            var socket = new Socket(InetAddress.getLoopbackAddress(), node.port());
            sockets.add(socket);
            socket.setSoTimeout(MILLIS_TO_WAIT);
            socket.getOutputStream().write(REQUEST.getBytes(US_ASCII));
            readUntil(socket, "event: open");
        }
    }

    /** Appends an event to a case that all watchers see. */
    private static long tell(QueueNode node, List<Socket> sockets) throws IOException {
        var shipment = CaseSource.shipment(untouched());
        var held = new HoldPlaced(
                shipment, new HoldId("live"), HoldType.MANIFEST, null, "Seen live", "Pier 4", Instant.now());
        long begun = System.nanoTime();
        node.log().publish(new GenericDomainEventMessage<>("Shipment", shipment.value(), 20, held, Map.of()));
        for (Socket socket : sockets) {
            readUntil(socket, "event: case");
        }
        return (System.nanoTime() - begun) / 1_000_000;
    }

    /** A case that waits for triage and has no further events. */
    private static int untouched() {
        var source = new CaseSource();
        return IntStream.iterate(0, i -> i + 1)
                .filter(i -> source.history(i).size() == 1)
                .findFirst()
                .orElseThrow();
    }

    private static void readUntil(Socket socket, String text) throws IOException {
        var read = new StringBuilder();
        byte[] some = new byte[1024];
        while (read.indexOf(text) < 0) {
            int length = socket.getInputStream().read(some);
            if (length < 0) {
                throw new IOException("The stream ended: " + read);
            }
            read.append(new String(Arrays.copyOf(some, length), US_ASCII));
        }
    }

    private static long liveHeap() {
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
