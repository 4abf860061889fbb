/** The actor, its roles and ports, and the metadata keys under which every event records them. */
@NullMarked
package io.holdfast.actor;

import org.jspecify.annotations.NullMarked;
