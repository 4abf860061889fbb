package io.holdfast.benchmarks.eventlog;

import io.holdfast.benchmarks.peer.Peers;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** Formats the results as tables: rows of measurements, columns of peers. */
final class MarkdownTables {
    /** The text where a row does not apply to a peer. */
    static final String NOTHING = "–";

    private final Results results;
    private final List<String> peers;

    MarkdownTables(Results results, List<String> peers) {
        this.results = results;
        this.peers = peers;
    }

    String medians() {
        return table("median", peers, (row, peer) -> cell(results.median(row, peer)));
    }

    /** The table of how many times better our log is than each other peer. */
    String ratios() {
        var ratios = new Ratios(results);
        return table(
                "ours is better by",
                peers.stream().filter(peer -> !peer.equals(Peers.OURS)).toList(),
                (row, peer) -> {
                    OptionalDouble ratio = ratios.oursTo(row, peer);
                    return ratio.isEmpty() ? NOTHING : "×" + cell(ratio);
                });
    }

    private String table(String title, List<String> columns, BiFunction<Row, String, String> cells) {
        var lines = new StringBuilder();
        lines.append("| ")
                .append(title)
                .append(" | | ")
                .append(String.join(" | ", columns))
                .append(" |\n");
        lines.append("| --- | --- |").append(" ---: |".repeat(columns.size())).append('\n');
        for (Row row : results.rows()) {
            String values =
                    columns.stream().map(column -> cells.apply(row, column)).collect(Collectors.joining(" | "));
            lines.append("| %s | %s | %s |%n".formatted(row.label(), row.unit().sign, values));
        }
        return lines.toString();
    }

    private static String cell(OptionalDouble value) {
        return value.isEmpty() ? NOTHING : number(value.getAsDouble());
    }

    /** Rounded to three digits: such a measurement is not more precise. */
    private static String number(double value) {
        int decimals = value >= 100 ? 0 : value >= 10 ? 1 : 2;
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }
}
