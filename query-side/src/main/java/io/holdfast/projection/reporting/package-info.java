/** Counts for reports: what happened per day and port, and what was seized. */
@NullMarked
package io.holdfast.projection.reporting;

import org.jspecify.annotations.NullMarked;
