/** The bytes of evidence, beside the events that name them by their digest. */
@NullMarked
package io.holdfast.runtime.evidence;

import org.jspecify.annotations.NullMarked;
