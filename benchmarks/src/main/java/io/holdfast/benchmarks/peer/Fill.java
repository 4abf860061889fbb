package io.holdfast.benchmarks.peer;

import io.holdfast.benchmarks.sample.Commit;
import io.holdfast.benchmarks.sample.LogPlan;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Ways to fill a log with the commits of a plan. */
final class Fill {
    private Fill() {}

    /** Inserts many commits at once, in order. */
    static void inBulk(LogPlan plan, int commitsAtOnce, Consumer<List<Commit>> insert) {
        List<Commit> bulk = new ArrayList<>();
        for (Iterator<Commit> commits = plan.commits().iterator(); commits.hasNext(); ) {
            bulk.add(commits.next());
            if (bulk.size() == commitsAtOnce || !commits.hasNext()) {
                insert.accept(bulk);
                bulk = new ArrayList<>();
            }
        }
    }

    /** Fills like an application: this many concurrent writers, each commit on its own. */
    static void byWriters(LogPlan plan, int writers, Consumer<Commit> append) {
        try (var threads = Executors.newFixedThreadPool(writers)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < writers; i++) {
                int writer = i;
                running.add(threads.submit(() -> plan.commits(writer, writers).forEach(append)));
            }
            for (Future<?> writer : running) {
                writer.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while filling a log", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A log could not be filled", e.getCause());
        }
    }
}
