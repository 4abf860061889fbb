package io.holdfast.benchmarks.eventlog;

import io.holdfast.benchmarks.sample.LogPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** A bar chart on a logarithmic scale, as SVG; its text is searchable and accessible to screen readers. */
final class Plot {
    private static final int WIDTH = 900;
    private static final int LABELS = 190;
    private static final int BAR = 15;
    private static final int GAP = 10;
    private static final List<String> COLOURS = List.of("#1b6ca8", "#5fa8d3", "#a9cfe5");

    private final Results results;
    private final List<String> peers;
    private final StringBuilder svg = new StringBuilder();
    private int y = 10;

    Plot(Results results, List<String> peers) {
        this.results = results;
        this.peers = peers;
    }

    String panels(Scale scale) {
        panel(
                "Append, events/s (longer is better)",
                Scale.WRITERS.stream().map(Row::append).toList());
        panel(
                "Replay, events/s (longer is better)",
                List.of(
                        Row.replay(scale.small(), Scale.SMALL_STEP_MILLIS),
                        Row.replay(scale.large(), Scale.LARGE_STEP_MILLIS)));
        for (int size : LogPlan.SIZES) {
            panel(
                    "Load of an aggregate of %d events, ms (shorter is better)".formatted(size),
                    List.of(Row.load(size, scale.small()), Row.load(size, scale.large())));
        }
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="12">
                <rect width="100%%" height="100%%" fill="white"/>
                %s</svg>
                """.formatted(WIDTH, y, svg);
    }

    private void panel(String title, List<Row> rows) {
        text(10, y + 14, title, "font-weight=\"bold\"");
        y += 24;
        for (int i = 0; i < rows.size(); i++) {
            rect(10 + i * 290, y, 10, COLOURS.get(i));
            text(25 + i * 290, y + 10, rows.get(i).label(), "");
        }
        y += 22;
        List<Double> all = new ArrayList<>();
        rows.forEach(row -> peers.forEach(peer -> results.median(row, peer).ifPresent(all::add)));
        double least = Math.pow(
                10, Math.floor(Math.log10(all.stream().mapToDouble(d -> d).min().orElse(1))) - 0.3);
        double most = all.stream().mapToDouble(d -> d).max().orElse(1);
        peers.forEach(peer -> group(peer, rows, least, most));
        y += 14;
    }

    private void group(String peer, List<Row> rows, double least, double most) {
        if (rows.stream().allMatch(row -> results.median(row, peer).isEmpty())) {
            return;
        }
        text(10, y + 11, peer, "");
        for (int i = 0; i < rows.size(); i++) {
            OptionalDouble value = results.median(rows.get(i), peer);
            if (value.isPresent()) {
                int length = (int) Math.max(
                        1, (WIDTH - LABELS - 90) * Math.log(value.getAsDouble() / least) / Math.log(most / least));
                rect(LABELS, y, length, COLOURS.get(i));
                text(LABELS + length + 5, y + 11, number(value.getAsDouble()), "");
                y += BAR;
            }
        }
        y += GAP;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%,.0f" : "%.2f", value);
    }

    private void rect(int x, int top, int width, String colour) {
        svg.append("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"/>%n"
                .formatted(x, top, width, BAR - 3, colour));
    }

    private void text(int x, int base, String words, String style) {
        svg.append("<text x=\"%d\" y=\"%d\" %s>%s</text>%n".formatted(x, base, style, words));
    }
}
