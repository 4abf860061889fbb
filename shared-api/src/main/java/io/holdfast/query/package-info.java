/** Queries to the projections; each file holds a query and its answer. */
@NullMarked
package io.holdfast.query;

import org.jspecify.annotations.NullMarked;
