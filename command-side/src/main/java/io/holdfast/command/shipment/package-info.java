/** The shipment as an aggregate: commands come in, the domain decides, its events go to the log. */
@NullMarked
package io.holdfast.command.shipment;

import org.jspecify.annotations.NullMarked;
