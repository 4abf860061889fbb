/** Targeting: the versions of the rule set, and the screening of declarations with the active one. */
@NullMarked
package io.holdfast.command.targeting;

import org.jspecify.annotations.NullMarked;
