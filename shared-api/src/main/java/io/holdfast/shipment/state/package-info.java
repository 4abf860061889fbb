/**
 * The state of a shipment: pure, total folds over its events, used by both sides. What may happen next is not decided
 * here.
 */
@NullMarked
package io.holdfast.shipment.state;

import org.jspecify.annotations.NullMarked;
