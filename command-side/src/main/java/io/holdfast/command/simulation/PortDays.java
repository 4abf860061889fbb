package io.holdfast.command.simulation;

import io.holdfast.targeting.SimulationResult.Load;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The exams at one port, counted by day. */
final class PortDays {
    private final LocalDate from;
    private final int[] perDay;

    PortDays(LocalDate from, int days) {
        this.from = from;
        this.perDay = new int[days];
    }

    void add(LocalDate day) {
        perDay[Math.toIntExact(day.toEpochDay() - from.toEpochDay())]++;
    }

    long examinations() {
        return Arrays.stream(perDay).asLongStream().sum();
    }

    /** @param capacity the exams that can be done in a day; null for no limit */
    Load load(@Nullable Integer capacity, boolean withDays) {
        int peak = 0;
        int peakDay = 0;
        int daysAbove = 0;
        long above = 0;
        for (int day = 0; day < perDay.length; day++) {
            if (perDay[day] > peak) {
                peak = perDay[day];
                peakDay = day;
            }
            if (capacity != null && perDay[day] > capacity) {
                daysAbove++;
                above += perDay[day] - capacity;
            }
        }
        return new Load(
                examinations(),
                peak,
                peak == 0 ? null : from.plusDays(peakDay),
                daysAbove,
                above,
                withDays ? Arrays.stream(perDay).boxed().toList() : List.of());
    }
}
