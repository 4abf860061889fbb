/** What a case is proved with: the files of its evidence, and the bundle that can be verified elsewhere. */
@NullMarked
package io.holdfast.projection.evidence;

import org.jspecify.annotations.NullMarked;
