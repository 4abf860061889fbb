/** The outcome of each screened or selected shipment, and what outcomes say about rules and about all traffic. */
@NullMarked
package io.holdfast.projection.outcomes;

import org.jspecify.annotations.NullMarked;
