/** The command line of the measurements. */
@NullMarked
package io.holdfast.benchmarks;

import org.jspecify.annotations.NullMarked;
