package io.holdfast.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PortZonesTest {
    private static final PortCode NEW_YORK = new PortCode("1001");
    private static final PortCode LOS_ANGELES = new PortCode("2704");
    private static final PortCode SANTIAGO = new PortCode("SCL");
    private static final PortZones ZONES = new PortZones(
            ZoneId.of("America/New_York"),
            Map.of(LOS_ANGELES, ZoneId.of("America/Los_Angeles"), SANTIAGO, ZoneId.of("America/Santiago")));

    @Test
    void a_port_counts_days_by_its_own_clock() {
        Instant evening = Instant.parse("2026-11-25T05:30:00Z");
        assertThat(ZONES.day(NEW_YORK, evening)).isEqualTo("2026-11-25");
        assertThat(ZONES.day(LOS_ANGELES, evening)).isEqualTo("2026-11-24");
        assertThat(ZONES.end(LOS_ANGELES, LocalDate.parse("2026-11-24"))).isEqualTo("2026-11-25T07:59:59.999Z");
    }

    @Test
    void a_day_ends_an_hour_earlier_or_later_when_clocks_were_changed() {
        var spring = LocalDate.parse("2026-03-08");
        var autumn = LocalDate.parse("2026-11-01");
        assertThat(length(NEW_YORK, spring)).isEqualTo(Duration.ofHours(23));
        assertThat(length(NEW_YORK, autumn)).isEqualTo(Duration.ofHours(25));
        assertThat(ZONES.end(NEW_YORK, spring)).isEqualTo("2026-03-09T03:59:59.999Z");
        assertThat(ZONES.end(NEW_YORK, autumn)).isEqualTo("2026-11-02T04:59:59.999Z");
    }

    @Test
    void a_day_without_midnight_begins_at_one_o_clock() {
        assertThat(ZONES.start(SANTIAGO, LocalDate.parse("2025-09-07"))).isEqualTo("2025-09-07T04:00:00Z");
        assertThat(ZONES.end(SANTIAGO, LocalDate.parse("2025-09-06"))).isEqualTo("2025-09-07T03:59:59.999Z");
    }

    @Property
    void every_moment_lies_within_its_day_and_days_touch(
            @ForAll @LongRange(min = 1_500_000_000_000L, max = 2_500_000_000_000L) long millis) {
        Instant moment = Instant.ofEpochMilli(millis);
        for (PortCode port : new PortCode[] {NEW_YORK, LOS_ANGELES, SANTIAGO}) {
            LocalDate day = ZONES.day(port, moment);
            assertThat(moment).isBetween(ZONES.start(port, day), ZONES.end(port, day));
            assertThat(ZONES.day(port, ZONES.end(port, day))).isEqualTo(day);
            assertThat(ZONES.start(port, day.plusDays(1)))
                    .isEqualTo(ZONES.end(port, day).plusMillis(1));
        }
    }

    private static Duration length(PortCode port, LocalDate day) {
        return Duration.between(ZONES.start(port, day), ZONES.start(port, day.plusDays(1)));
    }
}
