/** What all projections share: events in batches, read models in generations, rebuild, lag. */
@NullMarked
package io.holdfast.projection.support;

import org.jspecify.annotations.NullMarked;
