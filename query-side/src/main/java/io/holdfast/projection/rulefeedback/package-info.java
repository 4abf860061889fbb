/** What came of the selections of each targeting rule, per version of the rule set and port. */
@NullMarked
package io.holdfast.projection.rulefeedback;

import org.jspecify.annotations.NullMarked;
