/** Dispatch: assigns the most urgent unassigned case of a queue to the officer who asks for work. */
@NullMarked
package io.holdfast.command.dispatch;

import org.jspecify.annotations.NullMarked;
