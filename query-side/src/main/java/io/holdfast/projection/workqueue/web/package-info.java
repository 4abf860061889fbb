/** Queues over HTTP. */
@NullMarked
package io.holdfast.projection.workqueue.web;

import org.jspecify.annotations.NullMarked;
