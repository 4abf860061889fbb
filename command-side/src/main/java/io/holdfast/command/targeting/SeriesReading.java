package io.holdfast.command.targeting;

import io.holdfast.runtime.log.ParkedItem;
import io.holdfast.runtime.log.UnreadEvents;
import io.holdfast.targeting.RuleSetCommand;
import io.holdfast.targeting.RuleSetEvent.RuleSetActivated;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongFunction;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the series of rule sets event by event. An event that cannot be read is parked, so a draft or a version is
 * missing. When an activation cannot be read, no rule set is active until the next activation, because nobody decided
 * to use another one.
 */
final class SeriesReading {
    private static final Logger LOG = LoggerFactory.getLogger(SeriesReading.class);

    private final Clock clock;
    private final List<ParkedItem> parked = new CopyOnWriteArrayList<>();
    private volatile @Nullable String outage;
    private volatile @Nullable String unknownActivation;

    SeriesReading(Clock clock) {
        this.clock = clock;
    }

    /**
     * Reads to the end; an event that cannot even be turned into a message ends a stream, so a new stream is opened
     * after it.
     */
    RuleSetHistory after(RuleSetHistory before, LongFunction<DomainEventStream> log) {
        RuleSetHistory history = before;
        while (true) {
            long from = history.nextSequence();
            try {
                DomainEventStream stream = log.apply(from);
                while (stream.hasNext()) {
                    history = after(history, stream.next());
                }
                return history;
            } catch (RuntimeException failed) {
                if (!UnreadEvents.isOfReading(failed)) {
                    throw failed;
                }
                if (history.nextSequence() == from) {
                    park(RuleSetCommand.SERIES, from + 1, "unknown", failed);
                    history = history.past(from);
                }
            }
        }
    }

    private RuleSetHistory after(RuleSetHistory history, DomainEventMessage<?> message) {
        outage = null;
        try {
            RuleSetHistory next = history.after(message);
            unknownActivation = message.getPayload() instanceof RuleSetActivated ? null : unknownActivation;
            return next;
        } catch (RuntimeException unreadable) {
            park(
                    message.getAggregateIdentifier(),
                    message.getSequenceNumber() + 1,
                    UnreadEvents.type(message),
                    unreadable);
            if (message.getPayloadType() != RuleSetActivated.class) {
                return history.past(message.getSequenceNumber());
            }
            unknownActivation = "Event " + (message.getSequenceNumber() + 1)
                    + " of the rule sets, an activation, cannot be read on this node, so nothing can be screened";
            return history.pastActivation(message.getSequenceNumber());
        }
    }

    private void park(String series, long version, String type, RuntimeException failure) {
        if (parked.stream().anyMatch(p -> p.version() != null && p.version() == version)) {
            return;
        }
        var item = new ParkedItem(series, version, null, type, clock.instant(), UnreadEvents.reason(failure));
        parked.add(item);
        LOG.warn(
                "Event {} of the rule sets ({}) is left aside: {}. What the others tell goes on",
                version,
                item.type(),
                item.reason());
    }

    /** Logs that the series as a whole cannot be read at present, once per reason. */
    void outage(RuntimeException failure) {
        String reason = UnreadEvents.reason(failure);
        if (!reason.equals(outage)) {
            LOG.warn("The series of rule sets could not be read; the last known one goes on deciding: {}", reason);
        }
        outage = reason;
    }

    List<ParkedItem> parked() {
        return List.copyOf(parked);
    }

    /** Why it is unknown which rule set is active; null when it is known. */
    @Nullable String unknownActivation() {
        return unknownActivation;
    }

    void forget() {
        parked.clear();
        unknownActivation = null;
    }
}
