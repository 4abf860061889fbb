/** Case files in MongoDB. */
@NullMarked
package io.holdfast.projection.casefile.mongo;

import org.jspecify.annotations.NullMarked;
