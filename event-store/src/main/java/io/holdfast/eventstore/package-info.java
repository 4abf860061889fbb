/**
 * The event log on MongoDB, a dense chain of blocks: Axon's storage engine and event store on top of it, and their
 * configuration.
 */
@NullMarked
package io.holdfast.eventstore;

import org.jspecify.annotations.NullMarked;
