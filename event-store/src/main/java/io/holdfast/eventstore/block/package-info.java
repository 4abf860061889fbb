/** Blocks and events as they are stored, and the collection that holds them. */
@NullMarked
package io.holdfast.eventstore.block;

import org.jspecify.annotations.NullMarked;
