/** Metrics of the event log. */
@NullMarked
package io.holdfast.eventstore.metrics;

import org.jspecify.annotations.NullMarked;
