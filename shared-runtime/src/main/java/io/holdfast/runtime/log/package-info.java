/** What all readers of the event log share: where they stand, what they have left aside, and how that is told and mended. */
@NullMarked
package io.holdfast.runtime.log;

import org.jspecify.annotations.NullMarked;
