/** Events of a shipment. */
@NullMarked
package io.holdfast.shipment.event;

import org.jspecify.annotations.NullMarked;
