/** Evidence files in MongoDB, stored in GridFS. */
@NullMarked
package io.holdfast.runtime.evidence.mongo;

import org.jspecify.annotations.NullMarked;
