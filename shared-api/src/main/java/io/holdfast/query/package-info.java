/** Questions that people ask of the projections, one file each with its answer. */
@NullMarked
package io.holdfast.query;

import org.jspecify.annotations.NullMarked;
