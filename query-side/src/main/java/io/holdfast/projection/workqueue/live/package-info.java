/** Queues that are watched: what changes in them reaches whoever watches, on whichever node the event was folded. */
@NullMarked
package io.holdfast.projection.workqueue.live;

import org.jspecify.annotations.NullMarked;
