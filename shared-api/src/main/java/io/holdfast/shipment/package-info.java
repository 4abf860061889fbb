/** The life of a declared shipment: what may be asked of it (commands) and what has happened to it (events). */
@NullMarked
package io.holdfast.shipment;

import org.jspecify.annotations.NullMarked;
