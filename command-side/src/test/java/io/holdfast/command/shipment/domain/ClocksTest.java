package io.holdfast.command.shipment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.shipment.LegalClock;
import io.holdfast.shipment.clock.Clocks;
import io.holdfast.shipment.clock.RunningClock;
import io.holdfast.shipment.clock.RunningClock.State;
import io.holdfast.shipment.event.ShipmentEvent;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ClocksTest {
    @ParameterizedTest
    @EnumSource
    void an_event_that_is_not_said_to_tell_of_clocks_changes_none(State state) {
        var all = new Clocks(Arrays.stream(LegalClock.values())
                .map(clock -> new RunningClock(clock, OneOfEach.at(900), OneOfEach.at(600), state))
                .toList());
        for (ShipmentEvent event : OneOfEach.history()) {
            if (!Clocks.TOLD_BY.contains(event.getClass())) {
                assertThat(all.after(event)).as("%s", event).isEqualTo(all);
                assertThat(Clocks.NONE.after(event)).isEqualTo(Clocks.NONE);
            }
        }
    }

    @Test
    void in_any_order_of_events_there_is_at_most_one_clock_of_a_kind() {
        List<ShipmentEvent> events = OneOfEach.history();
        var random = new Random(7);
        Clocks clocks = Clocks.NONE;
        for (int step = 0; step < 5000; step++) {
            clocks = clocks.after(events.get(random.nextInt(events.size())));
            assertThat(clocks.running())
                    .extracting(RunningClock::clock)
                    .doesNotHaveDuplicates()
                    .isSorted();
        }
    }

    @Test
    void a_clock_never_runs_backwards() {
        var reached = new EnumMap<LegalClock, State>(LegalClock.class);
        for (ShipmentEvent event : Histories.of(17, 1, 400)) {
            if (event instanceof ShipmentEvent.ClockStarted e) {
                reached.remove(e.clock());
            }
            for (RunningClock clock : clocksAfter(event)) {
                State before = reached.put(clock.clock(), clock.state());
                assertThat(before == null || before.compareTo(clock.state()) <= 0)
                        .isTrue();
            }
        }
    }

    private Clocks clocks = Clocks.NONE;

    private List<RunningClock> clocksAfter(ShipmentEvent event) {
        clocks = clocks.after(event);
        return clocks.running();
    }
}
