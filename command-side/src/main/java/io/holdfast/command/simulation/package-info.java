/** What a draft of a rule set would have selected: history replayed over it, beside the version that is active. */
@NullMarked
package io.holdfast.command.simulation;

import org.jspecify.annotations.NullMarked;
