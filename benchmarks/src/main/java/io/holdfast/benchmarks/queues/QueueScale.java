package io.holdfast.benchmarks.queues;

/**
 * The size of a run.
 *
 * @param small cases in the small database
 * @param large cases in the large one
 * @param rounds each goes over all kinds of queries and both databases
 * @param questions queries of each kind to each database in a round
 * @param warmUp rounds before the first that counts
 * @param watchers number of watchers at the end
 */
record QueueScale(int small, int large, int rounds, int questions, int warmUp, int watchers) {
    static final QueueScale FULL = new QueueScale(10_000, 1_000_000, 60, 25, 12, 500);
    static final QueueScale QUICK = new QueueScale(10_000, 100_000, 20, 15, 6, 500);
}
