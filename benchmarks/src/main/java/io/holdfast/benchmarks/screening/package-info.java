/** Compares the screening of a declaration with a bare evaluation of the same conditions. */
@NullMarked
package io.holdfast.benchmarks.screening;

import org.jspecify.annotations.NullMarked;
