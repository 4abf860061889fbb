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
 * Computes the priority of a case: points from its events, plus one for every {@link #POINT} of waiting. Every case
 * gains points at the same pace, so time alone never changes the order of two cases, and an index can hold it: see
 * {@link #place}.
 *
 * <p>For rules, only coarse bands of the score give points: officers see the priority, but not the weights of rules.
 */
final class Priorities {
    /** Waiting this long is worth one point: four points a day. */
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

    /**
     * Points for the basis of selection. Rules give 20, 30, 40 or 50 as the score reaches 1, 1.5, 2 or 3 times the
     * threshold.
     */
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

    /** The priority at a moment, with the share of each reason. Age gives no points before the case began to wait. */
    static Priority at(QueueCase c, Instant now) {
        var shares = List.of(score(c), clock(c), age(c, now), operation(c), escalation(c));
        return new Priority(shares.stream().mapToLong(Share::points).sum(), shares);
    }

    /**
     * The moment at which the case would have begun to wait, had all its points come from age. An earlier place is more
     * urgent at any moment: priority is (now - place) / POINT, rounded down.
     */
    static Instant place(QueueCase c) {
        long points = score(c).points()
                + clock(c).points()
                + operation(c).points()
                + escalation(c).points();
        return c.enteredAt().minus(POINT.multipliedBy(points));
    }

    /** The latest place that has at least this priority at this moment. */
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
