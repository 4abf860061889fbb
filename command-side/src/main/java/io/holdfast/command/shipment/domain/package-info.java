/**
 * The shipment lifecycle in pure Java: stages, the transition table, the policies, and every refusal as an exception.
 */
@NullMarked
package io.holdfast.command.shipment.domain;

import org.jspecify.annotations.NullMarked;
