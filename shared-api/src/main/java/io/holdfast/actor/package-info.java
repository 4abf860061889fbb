/** Who acts, in which role and for which port, and the metadata keys under which every event remembers it. */
@NullMarked
package io.holdfast.actor;

import org.jspecify.annotations.NullMarked;
