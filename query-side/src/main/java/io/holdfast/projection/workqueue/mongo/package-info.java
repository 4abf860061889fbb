/** Cases as documents, with an index for each way to read a queue. */
@NullMarked
package io.holdfast.projection.workqueue.mongo;

import org.jspecify.annotations.NullMarked;
