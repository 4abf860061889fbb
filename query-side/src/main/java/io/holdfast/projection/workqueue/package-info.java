/** Work queues: one document per case, folded from its events; the named queues are views of these documents. */
@NullMarked
package io.holdfast.projection.workqueue;

import org.jspecify.annotations.NullMarked;
