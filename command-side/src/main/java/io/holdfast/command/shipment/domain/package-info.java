/** The shipment's life in pure Java: stages, the one table of what is allowed, the policies, and every refusal by name. */
@NullMarked
package io.holdfast.command.shipment.domain;

import org.jspecify.annotations.NullMarked;
