/** The sample events, the same for all peers. */
@NullMarked
package io.holdfast.benchmarks.sample;

import org.jspecify.annotations.NullMarked;
