/** Retuning: fits a draft of a rule set to exam outcomes; people decide what happens to it. */
@NullMarked
package io.holdfast.command.retuning;

import org.jspecify.annotations.NullMarked;
