/** Interval estimates of proportions, and estimates from unequal probabilities. Pure, with no customs terms. */
@NullMarked
package io.holdfast.projection.outcomes.statistics;

import org.jspecify.annotations.NullMarked;
