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

/** Describes events that cannot be read. */
public final class UnreadEvents {
    private static final int MOST = 300;
    private static final String UNKNOWN = "unknown";

    private UnreadEvents() {}

    /** The logical name and revision of an event, or {@code unknown} if this version does not know it. */
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
     * Runs work that needs the events of an aggregate.
     *
     * @throws UnreadableEventException when one of them cannot be read; it names the first such event
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
     * The exception to throw for a failure at an event.
     *
     * @param version the number of the event within its aggregate, from 1
     * @param message the event, if a message could be made of it
     * @return an {@link UnreadableEventException} that names the event, or the failure itself if it was not about
     *     reading
     */
    public static RuntimeException named(
            String aggregate, long version, @Nullable Message<?> message, RuntimeException failure) {
        return isOfReading(failure)
                ? new UnreadableEventException(aggregate, version, message == null ? UNKNOWN : type(message), failure)
                : failure;
    }

    /** Whether the failure means that stored data cannot be read; neither the store nor the caller is to blame then. */
    public static boolean isOfReading(@Nullable Throwable failure) {
        return failure instanceof SerializationException
                || failure instanceof JacksonException
                || (failure != null && isOfReading(failure.getCause()));
    }

    /** The first unreadable event of an aggregate. */
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
