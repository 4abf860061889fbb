package io.holdfast.benchmarks.queues;

import io.holdfast.benchmarks.eventlog.Machine;
import io.holdfast.benchmarks.eventlog.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * One run of the queue benchmark: both databases are open, and each kind of query goes to one and then to the other, so
 * that noise affects both alike.
 */
final class QueueBenchmark {
    private final QueueScale scale;
    private final Path out;
    private final Progress progress;

    /** @param out folder for the results; the data is in it while it is needed */
    QueueBenchmark(QueueScale scale, Path out, Progress progress) {
        this.scale = scale;
        this.out = out;
        this.progress = progress;
    }

    QueueReport run() throws IOException {
        Path data = Files.createDirectories(out.resolve("data"));
        Machine machine = Machine.look(data);
        try (var small = QueueNode.start(data.resolve("small"), scale.small());
                var large = QueueNode.start(data.resolve("large"), scale.large())) {
            List<String> facts = new ArrayList<>();
            for (QueueNode node : List.of(small, large)) {
                fill(node, facts);
            }
            var ofSmall = new Samples();
            var ofLarge = new Samples();
            measure(small, large, new Samples(), new Samples(), scale.warmUp(), "warm-up");
            measure(small, large, ofSmall, ofLarge, scale.rounds(), "round");
            facts.addAll(small.facts());
            facts.addAll(large.facts());
            WatcherCrowd.Seen crowd = WatcherCrowd.watch(large, scale.watchers());
            progress.say(crowd.line());
            var report = new QueueReport(scale, machine, ofSmall, ofLarge, facts, crowd);
            report.writeTo(out);
            progress.say("results are in " + out);
            return report;
        } finally {
            delete(data);
        }
    }

    private void fill(QueueNode node, List<String> facts) {
        long begun = System.nanoTime();
        node.fill();
        double seconds = (System.nanoTime() - begun) / 1e9;
        String fact =
                "%,d cases written in %.0f s (%,.0f a second)".formatted(node.cases(), seconds, node.cases() / seconds);
        facts.add(fact);
        progress.say(fact);
    }

    private void measure(QueueNode small, QueueNode large, Samples ofSmall, Samples ofLarge, int rounds, String what) {
        for (int round = 0; round < rounds; round++) {
            if (round % 10 == 0) {
                progress.say(what + " " + (round + 1) + " of " + rounds);
            }
            for (Question question : Question.values()) {
                for (int i = 0; i < scale.questions(); i++) {
                    // The same query to both: the databases differ in size only.
                    long seed = (round * 1_000L + i) * 31 + question.ordinal();
                    boolean smallFirst = i % 2 == 0;
                    ask(smallFirst ? small : large, smallFirst ? ofSmall : ofLarge, question, seed);
                    ask(smallFirst ? large : small, smallFirst ? ofLarge : ofSmall, question, seed);
                }
            }
        }
    }

    private static void ask(QueueNode node, Samples samples, Question question, long seed) {
        samples.add(question, question.ask(node, new Random(seed)));
    }

    private static void delete(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        }
    }
}
