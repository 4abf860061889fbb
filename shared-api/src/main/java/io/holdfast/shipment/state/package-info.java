/** What the events of a shipment make of it: pure, total folds that both sides use. What may happen next is not decided here. */
@NullMarked
package io.holdfast.shipment.state;

import org.jspecify.annotations.NullMarked;
