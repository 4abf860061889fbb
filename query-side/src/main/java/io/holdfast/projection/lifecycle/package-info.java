/** What the events of a shipment mean for its status: shared by projections, pure. */
@NullMarked
package io.holdfast.projection.lifecycle;

import org.jspecify.annotations.NullMarked;
