/** Commands to a shipment. */
@NullMarked
package io.holdfast.shipment.command;

import org.jspecify.annotations.NullMarked;
