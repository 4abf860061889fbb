/** How often one may: token buckets by whoever asks, and the refusal (429) of those who ask too often. */
@NullMarked
package io.holdfast.runtime.limits;

import org.jspecify.annotations.NullMarked;
