/** Followed shipments, weekly counts and rules as documents. */
@NullMarked
package io.holdfast.projection.outcomes.mongo;

import org.jspecify.annotations.NullMarked;
