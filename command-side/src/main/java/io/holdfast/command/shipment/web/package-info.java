/** Commands to shipments over HTTP: one controller per intention, and every refusal as a problem. */
@NullMarked
package io.holdfast.command.shipment.web;

import org.jspecify.annotations.NullMarked;
