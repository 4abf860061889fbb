package io.holdfast.embeddedmongo.command;

import de.bwaldvogel.mongo.exception.CursorNotFoundException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The cursors from which clients may still fetch. A cursor that is idle for ten minutes is closed, as MongoDB does. */
final class OpenCursors {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Map<Long, OpenCursor> cursors = new ConcurrentHashMap<>();
    private final AtomicLong ids = new AtomicLong();

    /** Returns the cursor's id. */
    long add(OpenCursor cursor) {
        closeIdle();
        long id = ids.incrementAndGet();
        cursors.put(id, cursor);
        return id;
    }

    OpenCursor get(long id) {
        OpenCursor cursor = cursors.get(id);
        if (cursor == null) {
            throw new CursorNotFoundException(id);
        }
        return cursor;
    }

    /** Closes the cursor; returns false if there is none with this id. */
    boolean remove(long id) {
        OpenCursor cursor = cursors.remove(id);
        if (cursor != null) {
            cursor.close();
        }
        return cursor != null;
    }

    int size() {
        return cursors.size();
    }

    private void closeIdle() {
        cursors.forEach((id, cursor) -> {
            if (cursor.idleNanos() > PATIENCE.toNanos()) {
                remove(id);
            }
        });
    }
}
