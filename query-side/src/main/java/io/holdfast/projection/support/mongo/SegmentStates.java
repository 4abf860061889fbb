package io.holdfast.projection.support.mongo;

import io.holdfast.projection.support.ProjectionTokens.Progress;
import io.holdfast.runtime.log.LogMark;
import java.util.Date;
import java.util.HashMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Reads and builds the token document of a processor: the state of each of its segments. */
final class SegmentStates {
    private static final String SEGMENTS = "segments";

    private SegmentStates() {}

    /** The document of a processor whose segments have no owner yet. */
    static Document initial(String processor, int count, long position) {
        var segments = new Document();
        for (int segment = 0; segment < count; segment++) {
            segments.append(
                    "s" + segment,
                    new Document("position", position)
                            .append("reached", -1L)
                            .append("handled", 0L)
                            .append("fence", 0L)
                            .append("owner", null)
                            .append("leaseUntil", new Date(0)));
        }
        return new Document("_id", processor).append(SEGMENTS, segments);
    }

    /** The path of a field within a segment. */
    static String field(int segment, String name) {
        return SEGMENTS + ".s" + segment + "." + name;
    }

    static Document of(Document processor, int segment) {
        return processor.get(SEGMENTS, Document.class).get("s" + segment, Document.class);
    }

    static int[] ids(@Nullable Document processor) {
        return processor == null
                ? new int[0]
                : processor.get(SEGMENTS, Document.class).keySet().stream()
                        .mapToInt(key -> Integer.parseInt(key.substring(1)))
                        .sorted()
                        .toArray();
    }

    static Progress progress(Document processor) {
        var positions = new HashMap<Integer, Long>();
        long handled = 0;
        LogMark mark = LogMark.START;
        for (int id : ids(processor)) {
            Document state = of(processor, id);
            positions.put(id, Math.max(state.getLong("position"), state.getLong("reached")));
            handled += state.getLong("handled");
            mark = later(mark, state.get("mark", Document.class));
        }
        return new Progress(positions, handled, mark);
    }

    private static LogMark later(LogMark known, @Nullable Document stored) {
        if (stored == null || stored.getLong("position") <= known.position()) {
            return known;
        }
        return new LogMark(stored.getLong("position"), stored.getString("event"));
    }
}
