package io.holdfast.command.automation;

import io.holdfast.runtime.log.UnreadEvents;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Periodically reads new events, then takes the steps that are due. Every node does this; the lifecycle makes sure that
 * each step of a clock is taken once, and a node that was down catches up when it is back.
 */
class ClockScheduler {
    /**
     * Maximum rounds per run. An escalation follows a breach, and a breach can start another clock that is already
     * over.
     */
    private static final int TURNS = 20;

    private static final Logger LOG = LoggerFactory.getLogger(ClockScheduler.class);

    private final ClockBookUpdater updater;
    private final ParkedClocks parking;
    private final WhenClockDueThenWarn warn;
    private final WhenClockOverThenRecordBreach breach;
    private final WhenClockBreachedThenEscalate escalate;
    private final Clock clock;
    private volatile @Nullable String failure;

    ClockScheduler(ClockBookUpdater updater, ParkedClocks parking, ClockTasks tasks, Clock clock) {
        this.updater = updater;
        this.parking = parking;
        this.warn = new WhenClockDueThenWarn(tasks);
        this.breach = new WhenClockOverThenRecordBreach(tasks);
        this.escalate = new WhenClockBreachedThenEscalate(tasks);
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${holdfast.clocks.interval:PT15S}")
    void go() {
        try {
            rounds();
            failure = null;
        } catch (RuntimeException passing) {
            // The log or the book is unavailable: the next run tries again; the reason is logged once.
            String reason = UnreadEvents.reason(passing);
            if (!reason.equals(failure)) {
                LOG.warn("The legal clocks stand still: {}; trying again", reason);
            }
            failure = reason;
        }
    }

    /** Why the last run failed; empty when it completed. */
    Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    private void rounds() {
        int done = 1;
        for (int turn = 0; done > 0 && turn < TURNS; turn++) {
            updater.catchUp();
            parking.retry();
            Instant now = clock.instant();
            done = warn.run(now) + breach.run(now) + escalate.run(now);
        }
    }
}
