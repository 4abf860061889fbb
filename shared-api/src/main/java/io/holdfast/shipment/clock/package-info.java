/** Legal clocks as the events of a case leave them. */
@NullMarked
package io.holdfast.shipment.clock;

import org.jspecify.annotations.NullMarked;
