/** Files are taken in as evidence: looked at, measured, stored, and then named by an event. */
@NullMarked
package io.holdfast.command.shipment.evidence;

import org.jspecify.annotations.NullMarked;
