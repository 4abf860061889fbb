/** The declaration of a shipment, and the fields of it that risk profiles use. */
@NullMarked
package io.holdfast.shipment.declaration;

import org.jspecify.annotations.NullMarked;
