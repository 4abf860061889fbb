/** Proof of a case: files of evidence, and case bundles that can be verified elsewhere. */
@NullMarked
package io.holdfast.projection.evidence;

import org.jspecify.annotations.NullMarked;
