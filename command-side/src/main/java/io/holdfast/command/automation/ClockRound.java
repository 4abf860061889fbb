package io.holdfast.command.automation;

import java.time.Clock;
import java.time.Instant;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Goes round: reads what happened, then does what is due. Every node does; the lifecycle sees to it that each step of a clock is
 * taken once, and a node that was down takes up what is due when it is back.
 */
class ClockRound {
    /** An escalation follows a breach, and a breach can begin another clock that is over as well. */
    private static final int TURNS = 20;

    private final ClockKeeper keeper;
    private final WhenClockDueThenWarn warn;
    private final WhenClockOverThenRecordBreach breach;
    private final WhenClockBreachedThenEscalate escalate;
    private final Clock clock;

    ClockRound(ClockKeeper keeper, ClockTasks tasks, Clock clock) {
        this.keeper = keeper;
        this.warn = new WhenClockDueThenWarn(tasks);
        this.breach = new WhenClockOverThenRecordBreach(tasks);
        this.escalate = new WhenClockBreachedThenEscalate(tasks);
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${holdfast.clocks.interval:PT15S}")
    void go() {
        int done = 1;
        for (int turn = 0; done > 0 && turn < TURNS; turn++) {
            keeper.catchUp();
            Instant now = clock.instant();
            done = warn.run(now) + breach.run(now) + escalate.run(now);
        }
    }
}
