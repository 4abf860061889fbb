package io.holdfast.projection.support;

import io.holdfast.runtime.log.LogHistory;
import io.holdfast.runtime.log.LogMark;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Generations that were filled from another log than the one that is there: after the restore of an older copy they stand beyond
 * its end, or on an event that it does not have. Such a one is not filled any further, and only a rebuild heals it.
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

    /** Whether the generation does not stand on this log; compares what was stored of it with one event of the log. */
    boolean found(Generation generation) {
        var progress = tokens.progress(generation.label());
        if (progress.isEmpty()) {
            return false;
        }
        long furthest = progress.get().furthest(); // before the head, which only grows
        long head = history.head();
        LogMark noted = progress.get().mark();
        LogMark mark = noted.event() == null ? new LogMark(furthest, null) : noted;
        Optional<String> departure =
                furthest > head ? Optional.of(LogHistory.beyond(furthest, head)) : history.departure(mark);
        departure.ifPresent(why -> remember(generation, why));
        return departure.isPresent();
    }

    /** The same for one that runs here: the log may be restored or replaced under it. */
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
