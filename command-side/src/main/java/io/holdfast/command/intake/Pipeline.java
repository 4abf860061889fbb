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
 * Processes rows concurrently and emits the results in the order of the rows.
 *
 * <p>Reading, processing (one virtual thread per row) and emitting run side by side. A row is in flight from before it
 * is read until its result is emitted, and the weight of all rows in flight never exceeds {@code inFlight}: a slow
 * reader of results slows down reading, and memory grows neither with the length of the stream nor with the size of its
 * rows. Many rows in flight let the event log fill its blocks.
 *
 * @param <T> row
 * @param <R> result
 */
final class Pipeline<T, R> {
    /** A source of rows. */
    @FunctionalInterface
    interface Source<T> {
        /** The next row; null after the last. */
        @Nullable T next() throws IOException;
    }

    /** Receives the results; called by a single thread. */
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

    /** @param weight how many ordinary rows a row counts for, at least 1 */
    Pipeline(int inFlight, Source<T> source, ToIntFunction<T> weight, Function<T, R> step) {
        this.inFlight = inFlight;
        this.permits = new Semaphore(inFlight);
        this.source = source;
        this.weight = weight;
        this.step = step;
    }

    /**
     * Runs until the rows end. When the source, the step or the sink fails, nothing more is read or emitted, and the
     * failure is thrown once the rows in flight have finished.
     *
     * @throws IOException from the source or the sink
     * @throws InterruptedException when this thread is interrupted
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
        } catch (Throwable failed) { // an Error too: otherwise the emitting thread would wait forever
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

    /** Waits without a timeout: the step has its own, and the connection limits the source. */
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
