package io.holdfast.projection.support;

import io.holdfast.runtime.log.LogHistory;
import io.holdfast.runtime.log.LogMark;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds generations that were filled from a different log than the present one: after the restore of an older backup,
 * their position is beyond its end, or their last event is not in it. Such a generation is not filled further; only a
 * rebuild repairs it.
 */
final class ReplacedLogs {
    private static final Logger LOG = LoggerFactory.getLogger(ReplacedLogs.class);

    private final LogHistory history;
    private final ProjectionTokens tokens;
    private final Map<Generation, String> known = new ConcurrentHashMap<>();

    ReplacedLogs(LogHistory history, ProjectionTokens tokens) {
        this.history = history;
        this.tokens = tokens;
    }

    /** Whether the generation does not match this log. Compares its stored position and last event with the log. */
    boolean found(Generation generation) {
        var progress = tokens.progress(generation.label());
        if (progress.isEmpty()) {
            return false;
        }
        long furthest = progress.get().furthest(); // read before the head, which only grows
        long head = history.head();
        LogMark noted = progress.get().mark();
        LogMark mark = noted.event() == null ? new LogMark(furthest, null) : noted;
        Optional<String> departure =
                furthest > head ? Optional.of(LogHistory.beyond(furthest, head)) : history.departure(mark);
        departure.ifPresent(why -> remember(generation, why));
        return departure.isPresent();
    }

    /** The same check for a generation that runs here, as the log may be restored or replaced meanwhile. */
    boolean found(Generation generation, LogMark read) {
        if (read.position() < 0) {
            return found(generation);
        }
        history.departure(read).ifPresent(why -> remember(generation, why));
        return known.containsKey(generation);
    }

    private void remember(Generation generation, String why) {
        String advice = why + "; rebuild it: POST /api/v1/admin/projections/" + generation.projection() + "/rebuild";
        if (known.put(generation, advice) == null) {
            LOG.error("Projection {} {}", generation.label(), advice);
        }
    }

    Optional<String> of(Generation generation) {
        return Optional.ofNullable(known.get(generation));
    }
}
