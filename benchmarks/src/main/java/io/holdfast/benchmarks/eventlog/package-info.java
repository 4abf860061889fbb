/** The benchmark of the event log and its reports. */
@NullMarked
package io.holdfast.benchmarks.eventlog;

import org.jspecify.annotations.NullMarked;
