/** The legal clocks of a case, folded from its events. */
@NullMarked
package io.holdfast.shipment.clock;

import org.jspecify.annotations.NullMarked;
