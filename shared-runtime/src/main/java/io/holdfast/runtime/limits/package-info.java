/** Rate limits: token buckets per caller or address, and the refusal (429) of callers who exceed them. */
@NullMarked
package io.holdfast.runtime.limits;

import org.jspecify.annotations.NullMarked;
