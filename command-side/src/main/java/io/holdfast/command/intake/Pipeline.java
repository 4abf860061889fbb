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
import org.jspecify.annotations.Nullable;

/**
 * Takes rows through a step, many at once, and hands the results on in the order of the rows.
 *
 * <p>Reading, the step (a virtual thread for each row) and handing on go on side by side. A row is in flight from before it is
 * read until its result is handed on, and never more than {@code inFlight} are: who reads results slowly is read slowly,
 * and memory does not grow with the stream. Many rows in flight are what lets the event log fill its blocks.
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

    private final Semaphore permits;
    private final Source<T> source;
    private final Function<T, R> step;
    private final BlockingQueue<Future<Optional<R>>> results = new LinkedBlockingQueue<>();

    Pipeline(int inFlight, Source<T> source, Function<T, R> step) {
        this.permits = new Semaphore(inFlight);
        this.source = source;
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
                    results.add(CompletableFuture.completedFuture(Optional.empty()));
                    return;
                }
                results.add(threads.submit(() -> Optional.of(step.apply(row))));
            }
        } catch (IOException | RuntimeException failed) {
            results.add(CompletableFuture.failedFuture(failed));
        } catch (InterruptedException noLongerNeeded) {
            Thread.currentThread().interrupt();
        }
    }

    private void handOn(Sink<R> sink) throws IOException, InterruptedException {
        while (true) {
            Future<Optional<R>> next = results.peek();
            if (next == null || !next.isDone()) {
                sink.pause();
            }
            Optional<R> result = result(results.take());
            if (result.isEmpty()) {
                return;
            }
            sink.accept(result.get());
            permits.release();
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
