/** The query side: projections answer. */
@NullMarked
package io.holdfast.projection;

import org.jspecify.annotations.NullMarked;
