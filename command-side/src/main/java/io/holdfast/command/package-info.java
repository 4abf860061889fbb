/** The command side: decides on commands and records the resulting events in the event log. */
@NullMarked
package io.holdfast.command;

import org.jspecify.annotations.NullMarked;
