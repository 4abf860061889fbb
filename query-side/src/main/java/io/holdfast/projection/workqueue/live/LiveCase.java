package io.holdfast.projection.workqueue.live;

import io.holdfast.projection.workqueue.Entries;
import io.holdfast.projection.workqueue.QueueCases.Filed;
import io.holdfast.runtime.json.LanguageJson;
import io.holdfast.shipment.ShipmentId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A changed case, shared by all watchers; its JSON is built once, not once per watcher. */
final class LiveCase {
    private final Filed filed;
    private final long position;
    private volatile @Nullable String row;
    private volatile @Nullable String rowWithScore;

    /** @param position of the event that changed it, or of the last event before a snooze ended */
    LiveCase(Filed filed, long position) {
        this.filed = filed;
        this.position = position;
    }

    Filed filed() {
        return filed;
    }

    ShipmentId id() {
        return filed.content().shipmentId();
    }

    long position() {
        return position;
    }

    /** The case as a row of a queue; its age is as of the first call. */
    String row(boolean withScore, Instant now) {
        String made = withScore ? rowWithScore : row;
        if (made == null) {
            made = json(Entries.of(filed, withScore, now));
            if (withScore) {
                rowWithScore = made;
            } else {
                row = made;
            }
        }
        return made;
    }

    /** The message that the case is not in the queue. */
    String gone() {
        return json(new Gone(id(), filed.version()));
    }

    private record Gone(ShipmentId shipmentId, long version) {}

    private static String json(Object value) {
        return LanguageJson.mapper().writeValueAsString(value);
    }
}
