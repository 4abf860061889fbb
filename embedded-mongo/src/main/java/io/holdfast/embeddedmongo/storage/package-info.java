/** The store: one file of ordered trees, its locking, durability and compaction. */
@NullMarked
package io.holdfast.embeddedmongo.storage;

import org.jspecify.annotations.NullMarked;
