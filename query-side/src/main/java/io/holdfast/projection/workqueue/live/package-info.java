/** Live queues: changes reach every watcher, whichever node folded the event. */
@NullMarked
package io.holdfast.projection.workqueue.live;

import org.jspecify.annotations.NullMarked;
