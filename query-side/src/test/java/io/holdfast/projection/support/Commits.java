package io.holdfast.projection.support;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Appends a long history as fast as the log accepts it: a commit per event would take longer than the test. */
public final class Commits {
    private static final int EVENTS = 50;

    private Commits() {}

    /** @param metadata of each event, by its position in the history */
    public static void append(
            EventStore log, List<ProjectedEvent> history, Function<Long, Map<String, String>> metadata) {
        for (int from = 0; from < history.size(); from += EVENTS) {
            List<? extends EventMessage<?>> commit =
                    history.subList(from, Math.min(from + EVENTS, history.size())).stream()
                            .map(e -> message(e, metadata.apply(e.position())))
                            .toList();
            log.publish(commit);
        }
    }

    private static EventMessage<?> message(ProjectedEvent event, Map<String, String> metadata) {
        return new GenericDomainEventMessage<>(
                "Aggregate", event.aggregate(), event.version() - 1, event.payload(), metadata);
    }
}
