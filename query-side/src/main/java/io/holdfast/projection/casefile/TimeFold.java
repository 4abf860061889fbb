package io.holdfast.projection.casefile;

import io.holdfast.query.CaseParts.Assignment;
import io.holdfast.query.CaseParts.TimeInStatus;
import io.holdfast.query.CaseParts.TimeWithAssignee;
import io.holdfast.query.CaseParts.Work;
import io.holdfast.query.Recent;
import io.holdfast.shipment.state.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;

/**
 * Folds how long a case had each status and each assignee. Uses only events, so a given version always looks the same.
 */
final class TimeFold {
    private static final int STAYS = 100;

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

    /**
     * Ends the current stay if the assignment changed, even to the same person again, and starts the next one, if any.
     */
    static Recent<TimeWithAssignee> assigned(Recent<TimeWithAssignee> stays, Work before, Work now, Instant at) {
        if (Objects.equals(before.assignment(), now.assignment())) {
            return stays;
        }
        Recent<TimeWithAssignee> over = stays.with(
                stay -> stay.seconds() == null,
                stay -> new TimeWithAssignee(stay.assignee(), stay.since(), seconds(stay.since(), at)));
        Assignment next = now.assignment();
        return next == null ? over : over.plus(new TimeWithAssignee(next.assignee(), at, null), STAYS);
    }

    /** Clocks of two nodes may differ, so a negative duration counts as zero. */
    static long seconds(Instant since, Instant until) {
        return Math.max(0, Duration.between(since, until).toSeconds());
    }

    private static TimeInStatus ended(TimeInStatus time, Instant at) {
        Instant since = time.since();
        return since == null ? time : new TimeInStatus(time.status(), time.seconds() + seconds(since, at), null);
    }
}
