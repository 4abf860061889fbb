/** Automations: an event or the clock in, a command out. The lifecycle decides; an automation only asks in time. */
@NullMarked
package io.holdfast.command.automation;

import org.jspecify.annotations.NullMarked;
