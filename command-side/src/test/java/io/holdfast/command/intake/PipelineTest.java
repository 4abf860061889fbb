package io.holdfast.command.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(60)
class PipelineTest {
    private static final int IN_FLIGHT = 16;

    private final AtomicInteger read = new AtomicInteger();
    private final AtomicInteger handedOn = new AtomicInteger();
    private final AtomicInteger mostInFlight = new AtomicInteger();

    private Pipeline.Source<Integer> numbers(int count) {
        return () -> {
            int next = read.incrementAndGet();
            mostInFlight.accumulateAndGet(next - handedOn.get(), Math::max);
            return next <= count ? next : null;
        };
    }

    private class Collected implements Pipeline.Sink<Integer> {
        final List<Integer> results = new ArrayList<>();
        int pauses;

        @Override
        public void accept(Integer result) throws IOException {
            handedOn.incrementAndGet();
            results.add(result);
        }

        @Override
        public void pause() {
            pauses++;
        }
    }

    @Test
    void results_come_in_the_order_of_the_rows_and_never_more_than_allowed_are_in_flight() throws Exception {
        var sink = new Collected();

        new Pipeline<>(IN_FLIGHT, numbers(20_000), _ -> 1, number -> {
                    LockSupport.parkNanos(ThreadLocalRandom.current().nextInt(50_000));
                    return number * 2;
                })
                .run(sink);

        assertThat(sink.results).hasSize(20_000).isSorted().startsWith(2, 4, 6).endsWith(40_000);
        assertThat(mostInFlight).hasValueBetween(2, IN_FLIGHT + 1);
    }

    @Test
    void who_takes_results_slowly_is_read_slowly() throws Exception {
        var mayGoOn = new CountDownLatch(1);
        var stuck = new CountDownLatch(1);
        var sink = new Collected() {
            @Override
            public void accept(Integer result) throws IOException {
                super.accept(result);
                if (result == 1) {
                    stuck.countDown();
                    await(mayGoOn);
                }
            }
        };
        Thread running = Thread.startVirtualThread(() -> run(numbers(1000), sink));

        await(stuck);
        Awaitility.await().until(() -> read.get() == IN_FLIGHT);
        Awaitility.await().during(Duration.ofMillis(100)).until(() -> read.get() == IN_FLIGHT);
        mayGoOn.countDown();
        running.join();

        assertThat(sink.results).hasSize(1000);
    }

    @Test
    void results_are_sent_off_before_the_next_row_is_waited_for() throws Exception {
        var told = new CountDownLatch(1);
        var sink = new Collected() {
            @Override
            public void pause() {
                super.pause();
                if (!results.isEmpty()) {
                    told.countDown();
                }
            }
        };
        AtomicInteger rows = new AtomicInteger();

        new Pipeline<Integer, Integer>(
                        IN_FLIGHT,
                        () -> {
                            if (rows.get() == 1) {
                                await(told); // a caller that sends the next row only after the last answer
                            }
                            return rows.incrementAndGet() <= 2 ? rows.get() : null;
                        },
                        _ -> 1,
                        number -> number)
                .run(sink);

        assertThat(sink.results).containsExactly(1, 2);
    }

    @Test
    void a_step_that_fails_ends_it_after_the_results_before_it() {
        var sink = new Collected();

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> new Pipeline<>(IN_FLIGHT, numbers(1000), _ -> 1, number -> {
                            if (number == 40) {
                                throw new IllegalStateException("the store is down");
                            }
                            return number;
                        })
                        .run(sink))
                .withMessage("the store is down");

        assertThat(sink.results).hasSize(39).endsWith(39);
        assertThat(read).hasValueLessThanOrEqualTo(40 + IN_FLIGHT);
    }

    @Test
    void a_source_that_fails_ends_it_after_the_rows_before_it() {
        var sink = new Collected();

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> new Pipeline<Integer, Integer>(
                                IN_FLIGHT,
                                () -> {
                                    if (read.incrementAndGet() > 5) {
                                        throw new IOException("gone");
                                    }
                                    return read.get();
                                },
                                _ -> 1,
                                number -> number)
                        .run(sink));

        assertThat(sink.results).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void a_sink_that_fails_ends_the_reading() {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> new Pipeline<>(IN_FLIGHT, numbers(Integer.MAX_VALUE), _ -> 1, number -> number)
                        .run(new Collected() {
                            @Override
                            public void accept(Integer result) throws IOException {
                                throw new IOException("the caller has gone");
                            }
                        }));

        assertThat(read).hasValueLessThanOrEqualTo(1 + IN_FLIGHT);
    }

    private void run(Pipeline.Source<Integer> source, Pipeline.Sink<Integer> sink) {
        try {
            new Pipeline<>(IN_FLIGHT, source, _ -> 1, (Integer number) -> number).run(sink);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
