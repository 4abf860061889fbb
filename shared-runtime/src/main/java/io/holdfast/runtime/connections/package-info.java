/**
 * Limits on connections: how many there may be, how long a client may be waited for, and which ones close when there
 * are too many.
 */
@NullMarked
package io.holdfast.runtime.connections;

import org.jspecify.annotations.NullMarked;
