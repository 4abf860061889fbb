/** What came of each shipment that was screened or selected, and what that says of rules and of all traffic. */
@NullMarked
package io.holdfast.projection.outcomes;

import org.jspecify.annotations.NullMarked;
