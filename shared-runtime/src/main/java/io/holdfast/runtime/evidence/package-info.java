/** The bytes of evidence files, which events name by digest. */
@NullMarked
package io.holdfast.runtime.evidence;

import org.jspecify.annotations.NullMarked;
