/** What the log tells about itself, and its meters. */
@NullMarked
package io.holdfast.eventstore.metrics;

import org.jspecify.annotations.NullMarked;
