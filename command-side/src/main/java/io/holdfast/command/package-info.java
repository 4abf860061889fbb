/** The command side as an application: what people ask for is decided here and remembered in the event log. */
@NullMarked
package io.holdfast.command;

import org.jspecify.annotations.NullMarked;
