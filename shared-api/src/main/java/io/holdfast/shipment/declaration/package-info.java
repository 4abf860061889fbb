/** What a shipment is declared as, and what of it can be told by a profile of risk. */
@NullMarked
package io.holdfast.shipment.declaration;

import org.jspecify.annotations.NullMarked;
