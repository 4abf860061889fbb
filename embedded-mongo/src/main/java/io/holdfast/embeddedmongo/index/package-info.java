/** Indexes and the encoding of their keys. */
@NullMarked
package io.holdfast.embeddedmongo.index;

import org.jspecify.annotations.NullMarked;
