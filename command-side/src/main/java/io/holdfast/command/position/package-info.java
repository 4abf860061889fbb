/** Tells the sender of a command the log position that its events reached. */
@NullMarked
package io.holdfast.command.position;

import org.jspecify.annotations.NullMarked;
