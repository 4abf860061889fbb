/** Retuning: a draft of a rule set, fitted to what examinations found; a person decides what becomes of it. */
@NullMarked
package io.holdfast.command.retuning;

import org.jspecify.annotations.NullMarked;
