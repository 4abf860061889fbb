package io.holdfast.benchmarks.retune;

/**
 * One run.
 *
 * @param capacity the share of each week's declarations that is examined
 * @param change whether the new pattern is injected
 * @param seed of what is drawn at random
 */
record Setting(Strategy strategy, double capacity, boolean change, long seed) {
    String label() {
        return "%s, %.0f %%%s".formatted(strategy.label(), capacity * 100, change ? ", with the change" : "");
    }
}
