package io.holdfast.projection.workqueue.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.holdfast.projection.workqueue.QueueCases;
import io.holdfast.projection.workqueue.QueueCases.Filed;
import io.holdfast.projection.workqueue.live.LogReader.Window;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes what a watcher is offered as server-sent events, in the thread of its request. The {@code id} of an event is a
 * position: everything up to it has been sent, or the client said that it has already seen it. So wherever the stream
 * breaks, nothing up to the last id is missing.
 */
@Component
public class LiveStream {
    /** How much is repeated on reconnect: the end of a snooze has no event, and the clocks of nodes differ. */
    private static final Duration OVERLAP = Duration.ofMinutes(1);

    private final LogReader log;
    private final QueueCases cases;
    private final ChangedCases changed;
    private final LiveProperties properties;
    private final Clock clock;

    LiveStream(EventStore log, QueueCases cases, LiveProperties properties, Clock clock) {
        this.log = new LogReader(log);
        this.cases = cases;
        this.changed = new ChangedCases(cases);
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Writes until the watcher reaches its maximum age or is ended.
     *
     * @param lastSeen the position up to which the client has seen everything; null on its first connection
     * @throws IOException when the client is gone
     */
    public void write(Watcher watcher, @Nullable Long lastSeen, OutputStream out)
            throws IOException, InterruptedException {
        var messages = new Messages(watcher, out);
        messages.send("retry: 2000\n");
        messages.event("open", lastSeen == null ? watcher.from() : lastSeen, "{}");
        if (lastSeen != null) {
            resume(watcher, lastSeen, messages);
        }
        long end = System.nanoTime() + properties.maxAge().toNanos();
        for (long left = properties.maxAge().toNanos(); left > 0 && !watcher.ended(); left = end - System.nanoTime()) {
            out.flush();
            Duration patience =
                    Duration.ofNanos(Math.min(left, properties.heartbeat().toNanos()));
            messages.deliver(watcher.take(patience));
        }
        out.flush();
    }

    /**
     * Sends what changed between the position that the client has seen and the one from which the watcher is offered
     * everything.
     */
    private void resume(Watcher watcher, long lastSeen, Messages messages) throws IOException, InterruptedException {
        if (lastSeen > watcher.from() && lastSeen > log.head()) {
            messages.reload(watcher.from());
            return;
        }
        Window missed = log.between(lastSeen, watcher.from(), properties.maxReplay());
        List<Filed> awoken = cases.awoken(sinceBefore(missed), clock.instant(), properties.maxPending() + 1);
        if (!missed.complete() || awoken.size() > properties.maxPending()) {
            messages.reload(watcher.from());
            return;
        }
        var all = new ArrayList<LiveCase>();
        awoken.forEach(filed -> all.add(new LiveCase(filed, lastSeen)));
        all.addAll(changed.read(missed.touched()));
        for (LiveCase c : all) {
            if (watcher.watch().mayKnow(c.filed().content())) {
                messages.change(c);
            }
        }
    }

    private static Instant sinceBefore(Window missed) {
        return missed.since().equals(Instant.EPOCH)
                ? Instant.EPOCH
                : missed.since().minus(OVERLAP);
    }

    private final class Messages {
        private final Watcher watcher;
        private final OutputStream out;

        Messages(Watcher watcher, OutputStream out) {
            this.watcher = watcher;
            this.out = out;
        }

        void deliver(Watcher.Delivery delivery) throws IOException {
            if (delivery.reload()) {
                reload(delivery.position());
            }
            for (LiveCase c : delivery.cases()) {
                change(c);
            }
            if (delivery.cases().isEmpty() && !delivery.reload() && !watcher.ended()) {
                send(": here\nid: " + delivery.position() + "\n\n");
            }
        }

        void change(LiveCase c) throws IOException {
            Instant now = clock.instant();
            boolean shown = watcher.watch().shows(c.filed().content(), now);
            if (shown) {
                event("case", c.position(), c.row(watcher.watch().withScore(), now));
            } else {
                event("gone", c.position(), c.gone());
            }
        }

        void reload(long position) throws IOException {
            event("reload", position, "{}");
        }

        void event(String name, long position, String data) throws IOException {
            send("event: " + name + "\nid: " + position + "\ndata: " + data + "\n\n");
        }

        void send(String text) throws IOException {
            out.write(text.getBytes(UTF_8));
            watcher.progress();
        }
    }
}
