/** Tallies, rule sets and selected shipments as documents. */
@NullMarked
package io.holdfast.projection.rulefeedback.mongo;

import org.jspecify.annotations.NullMarked;
