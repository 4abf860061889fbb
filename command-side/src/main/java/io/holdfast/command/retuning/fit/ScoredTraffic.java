package io.holdfast.command.retuning.fit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * The scores of all shipments of a period, used to find a threshold that fits the exam capacity. A shipment is selected
 * when {@code evidence + byRules * threshold >= threshold}.
 */
public final class ScoredTraffic {
    /** Scores and thresholds are rounded to multiples of 1/10,000. */
    private static final double ROUNDING = 10_000;

    private static final int BISECTIONS = 40;
    /** The share of selected shipments that may exceed the exam capacity of their port and day. */
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
     * @param ruleShare the fraction of the threshold that its rules reach; at 1 or more it is selected without tables
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

    /** The number of shipments. */
    public int size() {
        return size;
    }

    /** The lowest threshold that selects at most this share of all shipments. */
    public double thresholdFor(double share) {
        double most = Math.floor(share * size + 1e-9); // 57 percent of 100 is 57, despite rounding
        return lowest(threshold -> selectedAt(threshold) <= most);
    }

    /**
     * The lowest threshold at which at most one selected shipment in twenty exceeds the exam capacity of its port and
     * day.
     *
     * @param perDay the number of exams that a port can do in a day, by port code
     */
    public double thresholdFor(ToDoubleFunction<String> perDay) {
        return lowest(threshold -> overflowAt(threshold, perDay) <= OVERFLOW * selectedAt(threshold));
    }

    /** The number of shipments that would be selected. */
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
