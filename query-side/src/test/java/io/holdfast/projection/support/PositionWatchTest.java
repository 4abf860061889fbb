package io.holdfast.projection.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PositionWatchTest {
    private final AtomicLong position = new AtomicLong(3);
    private final AtomicInteger looks = new AtomicInteger();
    private final PositionWatch watch = new PositionWatch("tally", () -> {
        looks.incrementAndGet();
        return position.get();
    });

    @Test
    void however_many_wait_the_database_is_asked_for_one() throws Exception {
        List<Callable<Boolean>> waiters = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            waiters.add(() -> isRefused(Duration.ofSeconds(1)));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Boolean> waited : threads.invokeAll(waiters)) {
                assertThat(waited.get()).isTrue();
            }
        }
        assertThat(looks.get()).isBetween(1, 100);
    }

    @Test
    void who_waits_goes_on_when_the_projection_is_there() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Long> waited = threads.submit(() -> watch.await(7, Duration.ofSeconds(30)));
            await().until(() -> looks.get() > 0);
            position.set(8);
            assertThat(waited.get()).isEqualTo(8);
        }
    }

    @Test
    void nobody_looks_when_nobody_waits() {
        assertThat(isRefused(Duration.ofMillis(20))).isTrue();
        await().during(Duration.ofMillis(400))
                .atMost(Duration.ofSeconds(10))
                .until(looks::get, new SameAsBefore()::isStill);
        position.set(9);
        assertThat(watch.await(9, Duration.ofSeconds(30))).isEqualTo(9);
    }

    private static final class SameAsBefore {
        private int before = -1;

        boolean isStill(int now) {
            boolean same = before == now || before < 0;
            before = now;
            return same;
        }
    }

    private boolean isRefused(Duration patience) {
        try {
            watch.await(100, patience);
            return false;
        } catch (ProjectionBehindException refused) {
            return true;
        }
    }
}
