/** Where the outcomes come from when the query side is another process. */
@NullMarked
package io.holdfast.command.outcomes.web;

import org.jspecify.annotations.NullMarked;
