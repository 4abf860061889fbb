/** The case file: one document per shipment with everything that is known about it. */
@NullMarked
package io.holdfast.projection.casefile;

import org.jspecify.annotations.NullMarked;
