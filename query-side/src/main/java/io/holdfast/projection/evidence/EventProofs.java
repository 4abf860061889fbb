package io.holdfast.projection.evidence;

import io.holdfast.projection.evidence.CaseLog.Entry;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Asks the log for its events and what proves them. The log is there at run time only, so it is known by name. */
@Component
class EventProofs {
    private final Function<String, Map<String, byte[]>> log;

    EventProofs(@Qualifier("eventLogProofs") Function<String, Map<String, byte[]>> log) {
        this.log = log;
    }

    ProvedEvent of(Entry entry) {
        Map<String, byte[]> parts = log.apply(entry.id());
        return new ProvedEvent(
                entry.version(), Objects.requireNonNull(parts.get("event")), parts.get("proof"), parts.get("key"));
    }
}
