/** What happens by itself: event or clock in, command out. The lifecycle decides; an automation only asks in time. */
@NullMarked
package io.holdfast.command.automation;

import org.jspecify.annotations.NullMarked;
