/** The arithmetic of retuning, without a clock, a database or a framework: which fields tell illegal from legitimate. */
@NullMarked
package io.holdfast.command.retuning.fit;

import org.jspecify.annotations.NullMarked;
