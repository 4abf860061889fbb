/** Evidence: uploaded files are checked, stored, and then named by an event. */
@NullMarked
package io.holdfast.command.shipment.evidence;

import org.jspecify.annotations.NullMarked;
