/** Intake: declarations come in one by one or as a stream of rows, and each gets its decision. */
@NullMarked
package io.holdfast.command.intake;

import org.jspecify.annotations.NullMarked;
