/** The life of a declared shipment: its commands, its events and the types they share. */
@NullMarked
package io.holdfast.shipment;

import org.jspecify.annotations.NullMarked;
