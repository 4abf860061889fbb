/** Cases as documents, with an index for every way in which a queue is read. */
@NullMarked
package io.holdfast.projection.workqueue.mongo;

import org.jspecify.annotations.NullMarked;
