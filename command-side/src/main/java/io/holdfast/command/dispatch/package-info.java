/** Hands out work: gives whoever asks the most urgent case of a queue that nobody has. */
@NullMarked
package io.holdfast.command.dispatch;

import org.jspecify.annotations.NullMarked;
