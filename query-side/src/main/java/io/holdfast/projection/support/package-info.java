/** Shared by all projections: batches of events, generations of read models, rebuilds, lag. */
@NullMarked
package io.holdfast.projection.support;

import org.jspecify.annotations.NullMarked;
