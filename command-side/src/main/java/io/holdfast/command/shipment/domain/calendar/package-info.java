/** Business days and the time zones of ports: pure Java, without any clock. */
@NullMarked
package io.holdfast.command.shipment.domain.calendar;

import org.jspecify.annotations.NullMarked;
