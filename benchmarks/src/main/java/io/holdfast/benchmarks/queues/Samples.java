package io.holdfast.benchmarks.queues;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The durations of queries to one database. */
final class Samples {
    private final Map<Question, List<Long>> nanos = new EnumMap<>(Question.class);

    void add(Question question, long took) {
        nanos.computeIfAbsent(question, _ -> new ArrayList<>()).add(took);
    }

    /**
     * A percentile in milliseconds, nearest rank, over all matching queries.
     *
     * @param percent from 1 to 100
     */
    double percentile(double percent, Predicate<Question> wanted) {
        List<Long> all = new ArrayList<>();
        nanos.forEach((question, times) -> {
            if (wanted.test(question)) {
                all.addAll(times);
            }
        });
        all.sort(null);
        int rank = (int) Math.ceil(percent / 100 * all.size());
        return all.get(Math.max(0, rank - 1)) / 1e6;
    }

    int count(Question question) {
        return nanos.getOrDefault(question, List.of()).size();
    }
}
