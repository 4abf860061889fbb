package io.holdfast.benchmarks.retune;

/**
 * The settings of one replay.
 *
 * @param capacity the share of each week's declarations that is examined
 * @param change whether the new pattern is injected
 * @param seed of the random draws
 */
record Setting(Strategy strategy, double capacity, boolean change, long seed) {
    String label() {
        return "%s, %.0f %%%s".formatted(strategy.label(), capacity * 100, change ? ", with the change" : "");
    }
}
