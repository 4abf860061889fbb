/** The measurements of the event log and what is told of them. */
@NullMarked
package io.holdfast.benchmarks.eventlog;

import org.jspecify.annotations.NullMarked;
