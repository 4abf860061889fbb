/** Outcomes, the performance of rules and estimates of totals over HTTP. */
@NullMarked
package io.holdfast.projection.outcomes.web;

import org.jspecify.annotations.NullMarked;
