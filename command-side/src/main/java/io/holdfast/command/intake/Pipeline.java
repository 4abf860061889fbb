package io.holdfast.command.intake;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Takes rows through a step, many at once, and hands the results on in the order of the rows.
 *
 * <p>Reading, the step (a virtual thread for each row) and handing on go on side by side. A row is in flight from before it is
 * read until its result is handed on, and never more than weigh {@code inFlight} together are: who reads results slowly is read
 * slowly, and memory grows neither with the stream nor with its rows. Many rows in flight are what lets the event log fill its
 * blocks.
 *
 * @param <T> row
 * @param <R> result
 */
final class Pipeline<T, R> {
    /** Where rows come from. */
    @FunctionalInterface
    interface Source<T> {
        /** The next row; null after the last. */
        @Nullable T next() throws IOException;
    }

    /** Where results go; called by one thread. */
    interface Sink<R> {
        void accept(R result) throws IOException;

        /** The next result may take a while. */
        void pause() throws IOException;
    }

    private record InFlight<R>(Future<Optional<R>> result, int weight) {}

    private final int inFlight;
    private final Semaphore permits;
    private final Source<T> source;
    private final ToIntFunction<T> weight;
    private final Function<T, R> step;
    private final BlockingQueue<InFlight<R>> results = new LinkedBlockingQueue<>();

    /** @param weight how many ordinary rows a row counts for, from 1 */
    Pipeline(int inFlight, Source<T> source, ToIntFunction<T> weight, Function<T, R> step) {
        this.inFlight = inFlight;
        this.permits = new Semaphore(inFlight);
        this.source = source;
        this.weight = weight;
        this.step = step;
    }

    /**
     * Runs to the end of the rows. On a failure of the source, the step or the sink nothing more is read or handed on, and
     * the failure is thrown when the rows in flight have come to their end.
     *
     * @throws IOException as the source or the sink
     * @throws InterruptedException when this thread is asked to end
     */
    void run(Sink<R> sink) throws IOException, InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> reading = threads.submit(() -> read(threads));
            try {
                handOn(sink);
            } finally {
                reading.cancel(true);
            }
        }
    }

    private void read(ExecutorService threads) {
        try {
            while (true) {
                permits.acquire();
                T row = source.next();
                if (row == null) {
                    results.add(new InFlight<>(CompletableFuture.completedFuture(Optional.empty()), 1));
                    return;
                }
                int weighs = Math.clamp(weight.applyAsInt(row), 1, inFlight);
                permits.acquire(weighs - 1);
                results.add(new InFlight<>(threads.submit(() -> Optional.of(step.apply(row))), weighs));
            }
        } catch (InterruptedException noLongerNeeded) {
            Thread.currentThread().interrupt();
        } catch (Throwable failed) { // an Error too: whoever hands on would wait for ever
            results.add(new InFlight<>(CompletableFuture.failedFuture(failed), 1));
        }
    }

    private void handOn(Sink<R> sink) throws IOException, InterruptedException {
        while (true) {
            InFlight<R> next = results.peek();
            if (next == null || !next.result().isDone()) {
                sink.pause();
            }
            next = results.take();
            Optional<R> result = result(next.result());
            if (result.isEmpty()) {
                return;
            }
            sink.accept(result.get());
            permits.release(next.weight());
        }
    }

    /** Waits for as long as the step takes (it bounds itself) or the source does (the connection bounds it). */
    private static <R> R result(Future<R> future) throws IOException, InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case IOException e -> throw e;
                case RuntimeException e -> throw e;
                case Error e -> throw e;
                case null, default -> throw new IllegalStateException(failed.getCause());
            }
        }
    }
}
