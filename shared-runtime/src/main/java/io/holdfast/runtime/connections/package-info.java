/** How many connections there are, how long one may make others wait, and which give way when there are too many. */
@NullMarked
package io.holdfast.runtime.connections;

import org.jspecify.annotations.NullMarked;
