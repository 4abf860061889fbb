package io.holdfast.eventstore;

import static io.holdfast.eventstore.Events.event;

import io.holdfast.embeddedmongo.EmbeddedMongo;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.modelling.command.AggregateStreamCreationException;

/**
 * Bounded measurements of the log: appends with 1 and 64 writers, replay, loads of an aggregate of 5 events at 10,000 and
 * 100,000 events. Arguments: memory, file, or the URI of a server. Not a test: run its main method.
 */
final class LogBenchmark {

    private LogBenchmark() {}

    public static void main(String[] servers) throws Exception {
        for (String name : servers) {
            switch (name) {
                case "memory" -> {
                    try (EmbeddedMongo mongo = EmbeddedMongo.inMemory()) {
                        measure(name, mongo.connectionString());
                    }
                }
                case "file" -> {
                    try (EmbeddedMongo mongo = EmbeddedMongo.onFile(Files.createTempDirectory("holdfast-bench"))) {
                        measure(name, mongo.connectionString());
                    }
                }
                default -> measure(name, name);
            }
        }
        System.exit(0);
    }

    private static void measure(String name, String uri) throws Exception {
        try (var server = new TestServer(uri);
                BlockEventStorageEngine warm =
                        server.engine().collection("warm").build();
                BlockEventStorageEngine engine = server.engine().build()) {
            append(warm, 64, 200, "warm");
            append(warm, 1, 100, "warm-one");
            report(name, "append, 64 writers, 1 event per commit", append(engine, 64, 156, "a"), "events/s");
            loads(name, engine, "10,000 events");
            report(name, "append, 64 writers, 5 events per commit", appendFives(engine, 64, 281), "events/s");
            report(name, "refusal of 64 writers, sequence 0 taken", refuse(engine, 64, 60), "events/s");
            report(name, "append, 1 writer, 1 event per commit", append(engine, 1, 1000, "one"), "events/s");
            loads(name, engine, "100,000 events");
            for (int i = 0; i < 2; i++) {
                long start = System.nanoTime();
                long events =
                        engine.readEvents(null, false).peek(e -> e.getPayload()).count();
                report(name, "replay of " + events + ", payloads read", events / seconds(start), "events/s");
            }
            report(name, "blocks", server.collection().countDocuments(), "");
        }
    }

    private static double append(BlockEventStorageEngine engine, int writers, int each, String prefix)
            throws Exception {
        long start = System.nanoTime();
        runAll(writers, writer -> {
            for (int i = 0; i < each; i++) {
                engine.appendEvents(event(prefix + "-" + writer + "-" + i / 5, i % 5, PAYLOAD));
            }
        });
        return writers * each / seconds(start);
    }

    private static double refuse(BlockEventStorageEngine engine, int writers, int each) throws Exception {
        long start = System.nanoTime();
        runAll(writers, writer -> {
            for (int i = 0; i < each; i++) {
                try {
                    engine.appendEvents(event("a-" + writer + "-" + i % 30, 0, PAYLOAD));
                    throw new IllegalStateException("Stored twice");
                } catch (AggregateStreamCreationException e) {
                    // what is measured
                }
            }
        });
        return writers * each / seconds(start);
    }

    private static double appendFives(BlockEventStorageEngine engine, int writers, int each) throws Exception {
        var next = new AtomicInteger();
        long start = System.nanoTime();
        runAll(writers, _ -> {
            for (int i = 0; i < each; i++) {
                String aggregate = "five-" + next.getAndIncrement();
                engine.appendEvents(
                        event(aggregate, 0, PAYLOAD),
                        event(aggregate, 1, PAYLOAD),
                        event(aggregate, 2, PAYLOAD),
                        event(aggregate, 3, PAYLOAD),
                        event(aggregate, 4, PAYLOAD));
            }
        });
        return writers * each * 5 / seconds(start);
    }

    private static void loads(String name, BlockEventStorageEngine engine, String size) {
        var random = new Random(5);
        double[] millis = new double[400];
        for (int i = 0; i < millis.length; i++) {
            String aggregate = "a-" + random.nextInt(64) + "-" + random.nextInt(30);
            long start = System.nanoTime();
            if (engine.readEvents(aggregate).asStream().count() != 5) {
                throw new IllegalStateException("Not five events of " + aggregate);
            }
            millis[i] = seconds(start) * 1000;
        }
        Arrays.sort(millis);
        report(name, "load of 5 events at " + size + ", median", millis[200], "ms");
        report(name, "load of 5 events at " + size + ", 99 %", millis[396], "ms");
    }

    private interface Work {
        void run(int writer);
    }

    private static void runAll(int writers, Work work) throws Exception {
        try (var threads = Executors.newFixedThreadPool(writers)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < writers; i++) {
                int writer = i;
                running.add(threads.submit(() -> work.run(writer)));
            }
            for (Future<?> writer : running) {
                writer.get();
            }
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static void report(String server, String what, double value, String unit) {
        System.out.printf("%-8s %-45s %,12.2f %s%n", server, what, value, unit);
    }

    private static final String PAYLOAD = "x".repeat(300);
}
