package io.holdfast.benchmarks.retune;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/** Runs tasks concurrently, a bounded number at a time, like the callers of a real system. */
final class Parallel {
    private static final int AT_ONCE = 256;

    private Parallel() {}

    static <T> void forEach(List<T> all, Consumer<T> step) {
        var permits = new Semaphore(AT_ONCE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<? extends Future<?>> running = all.stream()
                    .map(item -> threads.submit(() -> {
                        permits.acquireUninterruptibly();
                        try {
                            step.accept(item);
                        } finally {
                            permits.release();
                        }
                    }))
                    .toList();
            for (Future<?> one : running) {
                one.get();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stopped);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a step of the replay failed", failed.getCause());
        }
    }
}
