/** Reading: the end of the log, streams, batches, one aggregate, snapshots. */
@NullMarked
package io.holdfast.eventstore.read;

import org.jspecify.annotations.NullMarked;
