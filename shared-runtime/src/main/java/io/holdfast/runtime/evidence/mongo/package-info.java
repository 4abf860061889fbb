/** Files of evidence in MongoDB, in the layout of GridFS. */
@NullMarked
package io.holdfast.runtime.evidence.mongo;

import org.jspecify.annotations.NullMarked;
