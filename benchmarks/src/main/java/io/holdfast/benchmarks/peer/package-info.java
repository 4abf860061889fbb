/** The event stores that are measured, each behind the same interface and with durable settings. */
@NullMarked
package io.holdfast.benchmarks.peer;

import org.jspecify.annotations.NullMarked;
