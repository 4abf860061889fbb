/** Totals for reports: events per day and port, durations, exam decisions, and seizures. */
@NullMarked
package io.holdfast.projection.reporting;

import org.jspecify.annotations.NullMarked;
