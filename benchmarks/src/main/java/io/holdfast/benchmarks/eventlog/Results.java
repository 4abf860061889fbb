package io.holdfast.benchmarks.eventlog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** The measured values of all rounds, by row and peer. */
final class Results {
    private final Map<Row, Map<String, List<Double>>> values = new LinkedHashMap<>();

    void add(Row row, String peer, double value) {
        values.computeIfAbsent(row, _ -> new LinkedHashMap<>())
                .computeIfAbsent(peer, _ -> new ArrayList<>())
                .add(value);
    }

    void addAll(Row row, String peer, List<Double> all) {
        all.forEach(value -> add(row, peer, value));
    }

    List<Row> rows() {
        return List.copyOf(values.keySet());
    }

    /** The values of all rounds. */
    List<Double> values(Row row, String peer) {
        return values.getOrDefault(row, Map.of()).getOrDefault(peer, List.of());
    }

    /** Empty when the row does not apply to the peer. */
    OptionalDouble median(Row row, String peer) {
        List<Double> all = values(row, peer);
        return all.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(median(all));
    }

    static double median(List<Double> all) {
        List<Double> sorted = all.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** The smallest value that is not below {@code percent} of all. */
    static double percentile(List<Double> all, int percent) {
        List<Double> sorted = all.stream().sorted().toList();
        int rank = (int) Math.ceil(percent / 100.0 * sorted.size());
        return sorted.get(Math.max(rank, 1) - 1);
    }
}
