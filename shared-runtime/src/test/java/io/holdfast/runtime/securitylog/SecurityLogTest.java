package io.holdfast.runtime.securitylog;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.query.SearchSecurityLog;
import io.holdfast.query.SearchSecurityLog.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(20)
class SecurityLogTest {
    private final Kept kept = new Kept();

    @Test
    void whatever_was_added_is_written_before_the_end() {
        try (SecurityLog log = log(10_000, Duration.ofSeconds(10))) {
            IntStream.range(0, 2_000).forEach(i -> log.add(entry(i)));
        }
        assertThat(kept.entries).hasSize(2_000);
        assertThat(kept.largest).isLessThanOrEqualTo(500);
    }

    @Test
    void a_database_that_hangs_makes_nobody_wait_and_what_has_no_room_is_counted() throws Exception {
        SecurityLog log = log(10, Duration.ofMillis(50));
        kept.hanging = new CountDownLatch(1);
        log.add(entry(0));
        assertThat(kept.called.await(10, SECONDS)).isTrue();
        IntStream.rangeClosed(1, 15).forEach(i -> log.add(entry(i)));
        assertThat(log.dropped()).isEqualTo(5);
        log.close();
        assertThat(kept.entries).isEmpty();
        assertThat(log.dropped()).isEqualTo(16);
    }

    @Test
    void what_could_not_be_written_is_tried_again() {
        kept.failures = 3;
        try (SecurityLog log = log(100, Duration.ofSeconds(10))) {
            log.add(entry(1));
            kept.awaitOne();
            assertThat(log.dropped()).isZero();
        }
        assertThat(kept.entries).hasSize(1);
    }

    @Test
    void what_comes_after_the_end_is_counted_as_dropped() {
        SecurityLog log = log(100, Duration.ofSeconds(10));
        log.close();
        log.add(entry(1));
        assertThat(log.dropped()).isEqualTo(1);
        assertThat(kept.entries).isEmpty();
    }

    private SecurityLog log(int bound, Duration patience) {
        return new SecurityLog(kept, bound, Duration.ofMillis(5), patience);
    }

    private static Entry entry(int number) {
        return new Entry(
                "e" + number, Instant.EPOCH, null, List.of(), null, "127.0.0.1", "GET", "/", 401, null, "corr");
    }

    /** Keeps entries in memory; can be made to fail or hang. */
    private static final class Kept implements SecurityEntries {
        private final ConcurrentLinkedQueue<Entry> entries = new ConcurrentLinkedQueue<>();
        private final CountDownLatch called = new CountDownLatch(1);
        private final CountDownLatch written = new CountDownLatch(1);
        private volatile CountDownLatch hanging = new CountDownLatch(0);
        private volatile int failures;
        private volatile int largest;

        @Override
        public void append(List<Entry> more) {
            called.countDown();
            try {
                hanging.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            }
            if (failures-- > 0) {
                throw new IllegalStateException("no database");
            }
            entries.addAll(more);
            largest = Math.max(largest, more.size());
            written.countDown();
        }

        void awaitOne() {
            try {
                assertThat(written.await(10, SECONDS)).isTrue();
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        }

        @Override
        public List<Entry> search(SearchSecurityLog question, int limit) {
            return List.copyOf(entries);
        }
    }
}
