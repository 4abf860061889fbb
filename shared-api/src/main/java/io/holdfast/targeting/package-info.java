/** Targeting rules: what a rule set is, how it is published, and what it decided about a shipment. */
@NullMarked
package io.holdfast.targeting;

import org.jspecify.annotations.NullMarked;
