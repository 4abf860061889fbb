package io.holdfast.projection.workqueue.live;

import io.holdfast.projection.workqueue.Entries;
import io.holdfast.projection.workqueue.QueueCases.Filed;
import io.holdfast.runtime.json.LanguageJson;
import io.holdfast.shipment.ShipmentId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A case that changed, for all who watch; its JSON is made once and not once for each of them. */
final class LiveCase {
    private final Filed filed;
    private final long position;
    private volatile @Nullable String row;
    private volatile @Nullable String rowWithScore;

    /** @param position of the event that changed it, or of the last one before a snooze ended */
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

    /** As a row of a queue; the age in it is that of the first moment at which it is asked for. */
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

    /** What is said of a case that is not in the queue. */
    String gone() {
        return json(new Gone(id(), filed.version()));
    }

    private record Gone(ShipmentId shipmentId, long version) {}

    private static String json(Object value) {
        return LanguageJson.mapper().writeValueAsString(value);
    }
}
