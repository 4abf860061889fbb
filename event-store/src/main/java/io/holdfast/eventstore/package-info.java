/** The event log on MongoDB: a dense chain of blocks, as Axon's storage engine and event store. */
@NullMarked
package io.holdfast.eventstore;

import org.jspecify.annotations.NullMarked;
