package io.holdfast.runtime.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LeasesTest {
    private static final Duration LEASE = Duration.ofSeconds(10);

    private final AtomicLong nanos =
            new AtomicLong(Long.MAX_VALUE - Duration.ofSeconds(5).toNanos()); // soon overflows
    private final Leases leases = new Leases(LEASE, nanos::get);

    @Test
    void a_lease_is_over_when_its_sign_was_the_same_for_its_whole_time() {
        assertThat(leases.isOver("a", 1)).isFalse();
        nanos.addAndGet(LEASE.toNanos() - 1);
        assertThat(leases.isOver("a", 1)).isFalse();
        nanos.addAndGet(1);
        assertThat(leases.isOver("a", 1)).isTrue();
        assertThat(leases.isOver("b", 1)).as("another, seen for the first time").isFalse();
    }

    @Test
    void a_holder_that_shows_a_new_sign_keeps_it() {
        for (int sign = 0; sign < 5; sign++) {
            assertThat(leases.isOver("a", sign)).isFalse();
            nanos.addAndGet(LEASE.toNanos());
        }
    }

    @Test
    void a_clock_made_of_a_ticker_goes_on_as_the_ticker_does() {
        Clock clock = ((Ticker) nanos::get).asClock();
        Instant before = clock.instant();
        nanos.addAndGet(LEASE.toNanos());
        assertThat(Duration.between(before, clock.instant())).isEqualTo(LEASE);
    }
}
