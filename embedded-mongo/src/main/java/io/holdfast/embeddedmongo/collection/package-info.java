/** Databases and collections, on top of the library that decides what a write changes. */
@NullMarked
package io.holdfast.embeddedmongo.collection;

import org.jspecify.annotations.NullMarked;
