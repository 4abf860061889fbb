/** The event log on MongoDB, a dense chain of blocks: the way in, as Axon's storage engine and event store, and its configuration. */
@NullMarked
package io.holdfast.eventstore;

import org.jspecify.annotations.NullMarked;
