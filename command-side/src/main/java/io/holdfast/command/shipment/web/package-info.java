/** Commands to shipments over HTTP: one controller per intention; every refusal becomes a problem detail. */
@NullMarked
package io.holdfast.command.shipment.web;

import org.jspecify.annotations.NullMarked;
