package io.holdfast.benchmarks.queues;

import java.util.Locale;

/** A bar chart of the 99th percentiles, as SVG; its text is searchable and accessible to screen readers. */
final class QueuePlot {
    private static final int WIDTH = 900;
    private static final int LABELS = 430;
    private static final int BAR = 14;
    private static final String SMALL = "#a9cfe5";
    private static final String LARGE = "#1b6ca8";

    private final QueueScale scale;
    private final Samples small;
    private final Samples large;
    private final StringBuilder bars = new StringBuilder();
    private double most = 0.001;
    private int y = 60;

    QueuePlot(QueueScale scale, Samples small, Samples large) {
        this.scale = scale;
        this.small = small;
        this.large = large;
    }

    String svg() {
        for (Question question : Question.values()) {
            most = Math.max(most, Math.max(p99(small, question), p99(large, question)));
        }
        for (Question question : Question.values()) {
            text(10, y + BAR + 3, question.label());
            bar(p99(small, question), SMALL);
            bar(p99(large, question), LARGE);
            y += 10;
        }
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="12">
                <rect width="100%%" height="100%%" fill="white"/>
                <text x="10" y="20" font-weight="bold">Questions to work queues, 99th percentile, ms (shorter is better)</text>
                <rect x="10" y="30" width="10" height="10" fill="%s"/><text x="25" y="40">%,d cases</text>
                <rect x="150" y="30" width="10" height="10" fill="%s"/><text x="165" y="40">%,d cases</text>
                %s</svg>
                """.formatted(WIDTH, y, SMALL, scale.small(), LARGE, scale.large(), bars);
    }

    private static double p99(Samples samples, Question question) {
        return samples.percentile(99, q -> q == question);
    }

    private void bar(double millis, String colour) {
        int length = (int) Math.max(1, (WIDTH - LABELS - 80) * millis / most);
        bars.append("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"/>%n"
                .formatted(LABELS, y, length, BAR - 2, colour));
        text(LABELS + length + 5, y + BAR - 3, String.format(Locale.ROOT, "%.2f", millis));
        y += BAR;
    }

    private void text(int x, int base, String words) {
        bars.append("<text x=\"%d\" y=\"%d\">%s</text>%n".formatted(x, base, words));
    }
}
