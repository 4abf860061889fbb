package io.holdfast.benchmarks.retune;

import io.holdfast.benchmarks.retune.Findings.Replayed;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A line chart of precision by month, one panel for each capacity and each of the two worlds; SVG accessible to screen
 * readers.
 */
final class MonthPlot {
    private static final int WIDTH = 900;
    private static final int LEFT = 50;
    private static final int HEIGHT = 220;
    private static final int STEP = 55;
    private static final Map<Strategy, String> COLOURS = Map.of(
            Strategy.NO_RETUNING, "#8a8a8a",
            Strategy.EXPLOITATION, "#c8651b",
            Strategy.NINETY_TEN, "#1b6ca8");

    private final Findings findings;
    private final StringBuilder svg = new StringBuilder();
    private int top = 10;

    MonthPlot(Findings findings) {
        this.findings = findings;
    }

    String svg() {
        for (boolean change : new boolean[] {false, true}) {
            for (double capacity : new double[] {0.05, 0.1}) {
                List<Replayed> replays = findings.system().stream()
                        .filter(replay -> replay.setting().change() == change
                                && Double.compare(replay.setting().capacity(), capacity) == 0)
                        .toList();
                if (!replays.isEmpty()) {
                    panel(replays, capacity, change);
                }
            }
        }
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="12">
                <rect width="100%%" height="100%%" fill="white"/>
                %s</svg>
                """.formatted(WIDTH, top, svg);
    }

    private void panel(List<Replayed> replays, double capacity, boolean change) {
        text(
                LEFT,
                top + 14,
                "Precision by month, %.0f %% examined%s"
                        .formatted(
                                capacity * 100,
                                change
                                        ? ", new pattern from "
                                                + findings.change().from()
                                        : ""));
        int base = top + 30 + HEIGHT;
        for (int tenth = 0; tenth <= 10; tenth += 2) {
            int y = base - HEIGHT * tenth / 10;
            svg.append("<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"#ddd\"/>%n"
                    .formatted(LEFT, y, LEFT + 12 * STEP, y));
            text(LEFT - 30, y + 4, String.format(Locale.ROOT, "%.1f", tenth / 10.0));
        }
        for (int month = 1; month <= 12; month++) {
            text(x(month) - 4, base + 16, String.valueOf(month));
        }
        int label = top + 40;
        for (Replayed replay : replays) {
            line(replay, base);
            String colour = COLOURS.getOrDefault(replay.setting().strategy(), "black");
            svg.append("<rect x=\"%d\" y=\"%d\" width=\"10\" height=\"10\" fill=\"%s\"/>%n"
                    .formatted(LEFT + 12 * STEP + 15, label - 9, colour));
            text(LEFT + 12 * STEP + 30, label, replay.setting().strategy().label());
            label += 18;
        }
        top = base + 36;
    }

    private void line(Replayed replay, int base) {
        var points = new StringBuilder();
        for (int month = 1; month <= 12; month++) {
            int wanted = month;
            double precision = replay.tally().of(m -> m == wanted).precision();
            points.append(x(month))
                    .append(',')
                    .append(base - Math.round(HEIGHT * precision))
                    .append(' ');
        }
        svg.append("<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>%n"
                .formatted(
                        points.toString().strip(),
                        COLOURS.getOrDefault(replay.setting().strategy(), "black")));
    }

    private static int x(int month) {
        return LEFT + month * STEP - STEP / 2;
    }

    private void text(int x, int base, String words) {
        svg.append("<text x=\"%d\" y=\"%d\">%s</text>%n".formatted(x, base, words));
    }
}
