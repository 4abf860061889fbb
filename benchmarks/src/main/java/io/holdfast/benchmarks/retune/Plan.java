package io.holdfast.benchmarks.retune;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The replays of a run.
 *
 * @param system the replays through the system itself
 * @param seedsInMemory how often each changed replay is repeated in memory from another random start, to see how
 *     much of a result is chance
 * @param budget a replay that has not begun by then is left out
 */
record Plan(List<Setting> system, int seedsInMemory, Duration budget) {
    /** Every strategy at both capacities, in the order of importance for the summary line. */
    static final Plan FULL =
            new Plan(all(List.of(0.05, 0.1), List.of(true, false), Strategy.values()), 4, Duration.ofMinutes(26));
    /** What the summary line needs, at one capacity. */
    static final Plan QUICK = new Plan(
            all(List.of(0.05), List.of(true), Strategy.EXPLOITATION, Strategy.NINETY_TEN), 3, Duration.ofMinutes(26));

    private static List<Setting> all(List<Double> capacities, List<Boolean> changes, Strategy... strategies) {
        List<Setting> settings = new ArrayList<>();
        for (boolean change : changes) {
            for (double capacity : capacities) {
                for (Strategy strategy : strategies) {
                    settings.add(new Setting(strategy, capacity, change, 1));
                }
            }
        }
        return settings;
    }

    /** Pairs of exploitation and 90/10 with other seeds than the replays through the system. */
    List<Setting> inMemory() {
        List<Setting> settings = new ArrayList<>();
        for (Setting setting : system) {
            for (int seed = 2; seed <= 1 + seedsInMemory; seed++) {
                if (setting.change() && setting.strategy() != Strategy.NO_RETUNING) {
                    settings.add(new Setting(setting.strategy(), setting.capacity(), true, seed));
                }
            }
        }
        return settings;
    }
}
