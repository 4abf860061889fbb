/** Intervals of shares and estimates from unequal chances; pure, and without words of customs. */
@NullMarked
package io.holdfast.projection.outcomes.statistics;

import org.jspecify.annotations.NullMarked;
