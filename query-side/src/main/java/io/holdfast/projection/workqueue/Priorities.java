package io.holdfast.projection.workqueue;

import io.holdfast.query.BrowseQueue.Priority;
import io.holdfast.query.BrowseQueue.Share;
import io.holdfast.query.BrowseQueue.Why;
import io.holdfast.shipment.SelectionBasis;
import io.holdfast.shipment.clock.Clocks;
import io.holdfast.shipment.clock.RunningClock;
import io.holdfast.targeting.Screening;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The priority of a case: points that its events give, and one more for every {@link #POINT} that it has waited. Age adds to all
 * at the same pace, so the order of two cases never changes with time alone, and an index keeps it: see {@link #place}.
 *
 * <p>Rules give coarse bands, not the score: officers see the priority but not what rules weigh.
 */
final class Priorities {
    /** Waiting for so long is worth one point: four a day. */
    static final Duration POINT = Duration.ofHours(6);

    static final int REDELIVERY = 40;
    private static final int INTELLIGENCE = 50;
    private static final int MANUAL = 30;
    private static final int RANDOM = 10;
    private static final int ESCALATED = 100;
    private static final int IN_OPERATION = 25;
    private static final int RUNNING = 10;
    private static final int WARNED = 60;
    private static final int BREACHED = 120;

    private Priorities() {}

    /** Points for the grounds of selection; for rules 20, 30, 40 or 50 as the score reaches 1, 1.5, 2 or 3 thresholds. */
    static int selection(SelectionBasis basis, @Nullable Screening screening) {
        return switch (basis) {
            case INTELLIGENCE -> INTELLIGENCE;
            case MANUAL -> MANUAL;
            case RANDOM -> RANDOM;
            case RULES -> screening == null ? MANUAL : band(screening.score() / screening.threshold());
        };
    }

    private static int band(double thresholds) {
        if (thresholds >= 3) {
            return 50;
        }
        if (thresholds >= 2) {
            return 40;
        }
        return thresholds >= 1.5 ? 30 : 20;
    }

    /** What it is at a moment, share by share. Before the case began to wait, age is worth nothing. */
    static Priority at(QueueCase c, Instant now) {
        var shares = List.of(score(c), clock(c), age(c, now), operation(c), escalation(c));
        return new Priority(shares.stream().mapToLong(Share::points).sum(), shares);
    }

    /**
     * Since when the case would have to wait, if it had no points but those of age, to be as urgent as it is. Who is earlier is
     * more urgent, at any moment: priority is (now - place) / POINT, rounded down.
     */
    static Instant place(QueueCase c) {
        long points = score(c).points()
                + clock(c).points()
                + operation(c).points()
                + escalation(c).points();
        return c.enteredAt().minus(POINT.multipliedBy(points));
    }

    /** The last place at which the priority is, at this moment, at least so much. */
    static Instant lastPlace(int priority, Instant now) {
        return now.minus(POINT.multipliedBy(priority));
    }

    private static Share score(QueueCase c) {
        Selection s = c.selection();
        return new Share(
                Why.SCORE, s.points(), s.basis() == null ? null : s.basis().name());
    }

    private static Share clock(QueueCase c) {
        return mostUrgent(c.clocks())
                .map(clock -> new Share(
                        Why.LEGAL_CLOCK, points(clock), clock.clock() + " " + clock.state() + ", due " + clock.due()))
                .orElse(new Share(Why.LEGAL_CLOCK, 0, null));
    }

    private static Optional<RunningClock> mostUrgent(Clocks clocks) {
        return clocks.running().stream()
                .min(Comparator.comparing((RunningClock clock) -> -points(clock))
                        .thenComparing(RunningClock::due)
                        .thenComparing(RunningClock::clock));
    }

    private static int points(RunningClock clock) {
        return switch (clock.state()) {
            case RUNNING -> RUNNING;
            case WARNED -> WARNED;
            case BREACHED, ESCALATED -> BREACHED;
        };
    }

    private static Share age(QueueCase c, Instant now) {
        long points = Math.max(0, Duration.between(c.enteredAt(), now).dividedBy(POINT));
        return new Share(Why.AGE, points, "since " + c.enteredAt());
    }

    private static Share operation(QueueCase c) {
        String operation = c.work().operation();
        return new Share(Why.OPERATION, operation == null ? 0 : IN_OPERATION, operation);
    }

    private static Share escalation(QueueCase c) {
        return new Share(Why.ESCALATION, c.work().escalated() ? ESCALATED : 0, null);
    }
}
