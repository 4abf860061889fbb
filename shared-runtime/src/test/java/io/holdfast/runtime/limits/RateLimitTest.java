package io.holdfast.runtime.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RateLimitTest {
    private final AtomicLong now = new AtomicLong();
    private final RateLimit limit = new RateLimit(new Rate(3, Duration.ofMinutes(1)), new TimeMeter() {
        @Override
        public long currentTimeNanos() {
            return now.get();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    });

    @Test
    void all_of_a_rate_can_be_had_at_once_and_then_one_after_the_other() {
        for (int i = 0; i < 3; i++) {
            assertThat(limit.take("ann")).isEmpty();
        }
        assertThat(limit.take("ann")).contains(Duration.ofSeconds(20));
        pass(Duration.ofSeconds(15));
        assertThat(limit.take("ann")).contains(Duration.ofSeconds(5));
        pass(Duration.ofSeconds(5));
        assertThat(limit.take("ann")).isEmpty();
        assertThat(limit.take("ann")).isPresent();
    }

    @Test
    void one_does_not_use_up_what_another_has() {
        for (int i = 0; i < 4; i++) {
            limit.take("ann");
        }
        assertThat(limit.take("bob")).isEmpty();
    }

    @Test
    void looking_takes_nothing() {
        for (int i = 0; i < 10; i++) {
            assertThat(limit.untilNext("ann")).isEmpty();
        }
        assertThat(limit.take("ann")).isEmpty();
        assertThat(limit.untilNext("ann")).isEmpty();
        limit.take("ann");
        limit.take("ann");
        assertThat(limit.untilNext("ann")).contains(Duration.ofSeconds(20));
    }

    @Test
    void a_rate_of_nothing_is_refused() {
        assertThatThrownBy(() -> new Rate(0, Duration.ofMinutes(1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Rate(1, Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }
}
