/** What has happened to a shipment. */
@NullMarked
package io.holdfast.shipment.event;

import org.jspecify.annotations.NullMarked;
