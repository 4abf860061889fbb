/** The shipment aggregate: receives commands, lets the domain decide, and appends the events to the log. */
@NullMarked
package io.holdfast.command.shipment;

import org.jspecify.annotations.NullMarked;
