package io.holdfast.projection.casefile;

import io.holdfast.query.CaseParts.TimeInStatus;
import io.holdfast.shipment.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;

/** How long the case had each status. Depends on events alone, so that the same version always looks the same. */
final class TimeFold {
    private TimeFold() {}

    static List<TimeInStatus> after(List<TimeInStatus> before, Status now, Instant at) {
        var times = new EnumMap<Status, TimeInStatus>(Status.class);
        for (TimeInStatus time : before) {
            times.put(time.status(), time.status() == now ? time : ended(time, at));
        }
        times.merge(
                now,
                new TimeInStatus(now, 0, at),
                (old, entered) -> old.since() == null ? new TimeInStatus(now, old.seconds(), at) : old);
        return new ArrayList<>(times.values());
    }

    /** Clocks of two nodes may disagree: a stay is never shorter than nothing. */
    private static TimeInStatus ended(TimeInStatus time, Instant at) {
        Instant since = time.since();
        return since == null
                ? time
                : new TimeInStatus(
                        time.status(),
                        time.seconds() + Math.max(0, Duration.between(since, at).toSeconds()),
                        null);
    }
}
