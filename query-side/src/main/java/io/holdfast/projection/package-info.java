/** The query side: projections fold events into read models, and query handlers answer from them. */
@NullMarked
package io.holdfast.projection;

import org.jspecify.annotations.NullMarked;
