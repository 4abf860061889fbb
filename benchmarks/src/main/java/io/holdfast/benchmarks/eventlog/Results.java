package io.holdfast.benchmarks.eventlog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** What was measured: of each row and peer the values of all rounds. */
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

    /** Of every round. */
    List<Double> values(Row row, String peer) {
        return values.getOrDefault(row, Map.of()).getOrDefault(peer, List.of());
    }

    /** Empty when the row does not apply to the peer. */
    OptionalDouble median(Row row, String peer) {
        List<Double> all = values(row, peer);
        return all.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(percentile(all, 50));
    }

    /** The smallest value that is not below {@code percent} of all; of an even number the lower of the middle two is 50. */
    static double percentile(List<Double> all, int percent) {
        List<Double> sorted = all.stream().sorted().toList();
        int rank = (int) Math.ceil(percent / 100.0 * sorted.size());
        return sorted.get(Math.max(rank, 1) - 1);
    }
}
