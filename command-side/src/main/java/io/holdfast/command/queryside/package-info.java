/** Access to the query side, in this process or in another. */
@NullMarked
package io.holdfast.command.queryside;

import org.jspecify.annotations.NullMarked;
