/** Intake: accepts declarations, one by one or as a stream of rows, and decides on each. */
@NullMarked
package io.holdfast.command.intake;

import org.jspecify.annotations.NullMarked;
