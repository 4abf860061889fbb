/** {@code bench retune}: what retuning achieves on real declarations, replayed week by week through the system. */
@NullMarked
package io.holdfast.benchmarks.retune;

import org.jspecify.annotations.NullMarked;
