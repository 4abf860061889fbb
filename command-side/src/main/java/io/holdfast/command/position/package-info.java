/** Tells whoever gives a command how far the event log came by it. */
@NullMarked
package io.holdfast.command.position;

import org.jspecify.annotations.NullMarked;
