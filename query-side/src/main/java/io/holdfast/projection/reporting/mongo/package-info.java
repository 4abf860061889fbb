/** Totals and reported shipments as documents. */
@NullMarked
package io.holdfast.projection.reporting.mongo;

import org.jspecify.annotations.NullMarked;
