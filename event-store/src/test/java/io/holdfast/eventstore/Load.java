package io.holdfast.eventstore;

import com.mongodb.MongoException;
import io.holdfast.eventstore.History.Item;
import io.holdfast.eventstore.History.Told;
import io.holdfast.eventstore.api.CommitPositions;
import io.holdfast.eventstore.api.OutcomeUnknownException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;

/**
 * One writer that appends like an application: from what it knows of its aggregate, or from what it loads after a
 * failure. It reports each step as a line, so that one in another process can be followed as well.
 */
final class Load {

    private static final int SHARED = 3;
    private static final int UNKNOWN = -1;

    private final BlockEventStorageEngine engine;
    private final String name;
    private final Random random;
    private final Consumer<String> report;
    private long next;

    /** @param name of the aggregate that only this writer appends to */
    Load(BlockEventStorageEngine engine, String name, long seed, Consumer<String> report) {
        this.engine = engine;
        this.name = name;
        this.random = new Random(seed);
        this.report = report;
    }

    void run(BooleanSupplier goOn) {
        while (goOn.getAsBoolean()) {
            boolean shared = random.nextInt(4) == 0;
            String aggregate = shared ? "shared-" + random.nextInt(SHARED) : name;
            OptionalLong first = shared || next < 0 ? due(aggregate, goOn) : OptionalLong.of(next);
            if (first.isPresent()) {
                int count = 1 + random.nextInt(3);
                boolean stored = append(events(aggregate, first.getAsLong(), count));
                if (!shared) {
                    next = stored ? first.getAsLong() + count : UNKNOWN;
                }
            }
        }
    }

    private static List<DomainEventMessage<?>> events(String aggregate, long first, int count) {
        List<DomainEventMessage<?>> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String id = UUID.randomUUID().toString();
            events.add(new GenericDomainEventMessage<>(
                    "Thing", aggregate, first + i, "about " + id, MetaData.emptyInstance(), id, now()));
        }
        return events;
    }

    private static java.time.Instant now() {
        return GenericDomainEventMessage.clock.instant();
    }

    private boolean append(List<DomainEventMessage<?>> events) {
        String id = events.getFirst().getIdentifier();
        report.accept("begun %d %s"
                .formatted(
                        System.nanoTime(),
                        events.stream()
                                .map(Item::of)
                                .map(item -> item.id() + "=" + item.key())
                                .collect(Collectors.joining(","))));
        try {
            long position = CommitPositions.recording(() -> {
                        engine.appendEvents(events);
                        return true;
                    })
                    .position()
                    .orElseThrow();
            report.accept("stored %d %s %d".formatted(System.nanoTime(), id, position));
            return true;
        } catch (ConcurrencyException | AggregateStreamCreationException e) {
            report.accept("failed " + id + " " + Told.REFUSED);
        } catch (OutcomeUnknownException e) {
            report.accept("failed " + id + " " + Told.UNKNOWN);
        } catch (EventStoreException e) {
            report.accept("failed " + id + " " + Told.NOT_STORED);
        }
        return false;
    }

    /** The next sequence number, retrying until it can be read; empty when it is time to stop. */
    private OptionalLong due(String aggregate, BooleanSupplier goOn) {
        while (goOn.getAsBoolean()) {
            try {
                return OptionalLong.of(engine.lastSequenceNumberFor(aggregate).orElse(-1L) + 1);
            } catch (MongoException e) {
                report.accept("unanswered");
            }
        }
        return OptionalLong.empty();
    }
}
