/** Which days count for the law, and where a day begins: pure Java, without any clock. */
@NullMarked
package io.holdfast.command.shipment.domain.calendar;

import org.jspecify.annotations.NullMarked;
