/**
 * {@code holdfast bench queues}: how long a page of a queue takes with few and with many cases, and what watchers cost.
 */
@NullMarked
package io.holdfast.benchmarks.queues;

import org.jspecify.annotations.NullMarked;
