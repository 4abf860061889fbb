/** Values of trade and customs that cannot hold nonsense: a code with a wrong check digit does not come into being. */
@NullMarked
package io.holdfast.value;

import org.jspecify.annotations.NullMarked;
