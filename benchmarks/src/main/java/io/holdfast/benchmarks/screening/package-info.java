/** The screening of a declaration beside a bare evaluation of the same conditions. */
@NullMarked
package io.holdfast.benchmarks.screening;

import org.jspecify.annotations.NullMarked;
