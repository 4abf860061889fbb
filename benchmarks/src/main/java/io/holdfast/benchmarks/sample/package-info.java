/** What is written: the same events for everybody. */
@NullMarked
package io.holdfast.benchmarks.sample;

import org.jspecify.annotations.NullMarked;
