/** {@code holdfast bench queues}: how long people wait for a page of a queue, with few and with many cases, and what watchers cost. */
@NullMarked
package io.holdfast.benchmarks.queues;

import org.jspecify.annotations.NullMarked;
