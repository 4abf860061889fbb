package io.holdfast.runtime.log;

import io.holdfast.runtime.json.EventNames;
import io.holdfast.runtime.json.JsonRefusal;
import java.util.Optional;
import java.util.function.Supplier;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.Message;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.UnknownSerializedType;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** What can be said of events that cannot be read. */
public final class UnreadEvents {
    private static final int MOST = 300;
    private static final String UNKNOWN = "unknown";

    private UnreadEvents() {}

    /** The logical name and revision of an event, which this version may not know. */
    public static String type(Message<?> message) {
        try {
            return message.getPayloadType() == UnknownSerializedType.class
                    ? UNKNOWN
                    : EventNames.of(message.getPayloadType())
                            .map(n -> n.name() + "#" + n.revision())
                            .orElseGet(() -> message.getPayloadType().getSimpleName());
        } catch (RuntimeException unknown) {
            return UNKNOWN;
        }
    }

    /** Why something could not be read or applied, on one line. */
    public static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && !(cause instanceof JacksonException)) {
            cause = cause.getCause();
        }
        String reason = cause instanceof JacksonException json
                ? words(JsonRefusal.of(json))
                : cause.getClass().getSimpleName() + ": " + cause.getMessage();
        String line = reason.replaceAll("\\s+", " ").strip();
        return line.length() <= MOST ? line : line.substring(0, MOST) + "…";
    }

    private static String words(JsonRefusal refusal) {
        return refusal.field() + " " + refusal.reason();
    }

    /**
     * Does what needs the events of an aggregate.
     *
     * @throws UnreadableEventException when one of them cannot be read, naming the first
     */
    public static <T> T naming(EventStore log, String aggregate, Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException failed) {
            throw isOfReading(failed)
                    ? first(log, aggregate)
                            .<RuntimeException>map(found -> found)
                            .orElse(failed)
                    : failed;
        }
    }

    /**
     * What is to be told of a failure at an event.
     *
     * @param version of the event, the number within its aggregate from 1
     * @param message the event, if it could be made a message
     * @return an {@link UnreadableEventException} that names the event, or the failure itself when it is not one of reading
     */
    public static RuntimeException named(
            String aggregate, long version, @Nullable Message<?> message, RuntimeException failure) {
        return isOfReading(failure)
                ? new UnreadableEventException(aggregate, version, message == null ? UNKNOWN : type(message), failure)
                : failure;
    }

    /** Whether something was stored that cannot be read, and neither the store nor the caller is to blame. */
    public static boolean isOfReading(@Nullable Throwable failure) {
        return failure instanceof SerializationException
                || failure instanceof JacksonException
                || (failure != null && isOfReading(failure.getCause()));
    }

    /** The first event of an aggregate that cannot be read. */
    private static Optional<UnreadableEventException> first(EventStore log, String aggregate) {
        long seen = 0;
        DomainEventMessage<?> message = null;
        try {
            DomainEventStream events = log.readEvents(aggregate, 0);
            while (events.hasNext()) {
                message = events.next();
                message.getPayload();
                message.getMetaData();
                seen++;
            }
            return Optional.empty();
        } catch (RuntimeException unreadable) {
            String type = message == null || message.getSequenceNumber() < seen ? UNKNOWN : type(message);
            return Optional.of(new UnreadableEventException(aggregate, seen + 1, type, unreadable));
        }
    }
}
