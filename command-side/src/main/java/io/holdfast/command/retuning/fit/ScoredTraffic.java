package io.holdfast.command.retuning.fit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * What all shipments of a period would score, to find a threshold that fits what can be examined. A shipment is selected when
 * {@code evidence + byRules * threshold >= threshold}.
 */
public final class ScoredTraffic {
    /** Scores are rounded to so many parts of one; so are thresholds. */
    private static final double ROUNDING = 10_000;

    private static final int BISECTIONS = 40;
    /** Of the selected, how many may come on a day on which their port has no examination left. */
    private static final double OVERFLOW = 0.05;

    private double[] evidence = new double[1024];
    private double[] byRules = new double[1024];
    private int[] portDays = new int[1024];
    private int size;
    private final Map<PortDay, Integer> indexes = new HashMap<>();
    private final List<PortDay> distinct = new ArrayList<>();

    private record PortDay(String port, LocalDate day) {}

    /**
     * Adds a shipment.
     *
     * @param ruleShare which part of the threshold its rules reach; 1 or more selects it without tables
     */
    public void add(String port, LocalDate day, double profileScore, double ruleShare) {
        if (size == evidence.length) {
            evidence = Arrays.copyOf(evidence, size * 2);
            byRules = Arrays.copyOf(byRules, size * 2);
            portDays = Arrays.copyOf(portDays, size * 2);
        }
        evidence[size] = profileScore;
        byRules[size] = ruleShare;
        portDays[size++] = indexes.computeIfAbsent(new PortDay(port, day), added -> {
            distinct.add(added);
            return indexes.size();
        });
    }

    /** How many shipments. */
    public int size() {
        return size;
    }

    /** The lowest threshold that selects at most this share of all. */
    public double thresholdFor(double share) {
        double most = Math.floor(share * size + 1e-9); // 0.57 of 100 are 57
        return lowest(threshold -> selectedAt(threshold) <= most);
    }

    /**
     * The lowest threshold at which at most one selected shipment in twenty comes on a day on which its port has no
     * examination left.
     *
     * @param perDay examinations of a port, by its code
     */
    public double thresholdFor(ToDoubleFunction<String> perDay) {
        return lowest(threshold -> overflowAt(threshold, perDay) <= OVERFLOW * selectedAt(threshold));
    }

    /** How many would be selected. */
    public int selectedAt(double threshold) {
        int selected = 0;
        for (int row = 0; row < size; row++) {
            selected += selects(row, threshold) ? 1 : 0;
        }
        return selected;
    }

    private boolean selects(int row, double threshold) {
        return evidence[row] + byRules[row] * threshold >= threshold;
    }

    private double overflowAt(double threshold, ToDoubleFunction<String> perDay) {
        int[] selected = new int[distinct.size()];
        for (int row = 0; row < size; row++) {
            selected[portDays[row]] += selects(row, threshold) ? 1 : 0;
        }
        double overflow = 0;
        for (int i = 0; i < selected.length; i++) {
            overflow += Math.max(
                    0, selected[i] - perDay.applyAsDouble(distinct.get(i).port()));
        }
        return overflow;
    }

    private interface Fits {
        boolean at(double threshold);
    }

    private double lowest(Fits fits) {
        double least = 1 / ROUNDING;
        if (fits.at(least)) {
            return least;
        }
        double tooLow = least;
        double most = Arrays.stream(evidence, 0, size).max().orElse(0) + 1;
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (tooLow + most) / 2;
            if (fits.at(middle)) {
                most = middle;
            } else {
                tooLow = middle;
            }
        }
        return Math.ceil(most * ROUNDING) / ROUNDING;
    }
}
