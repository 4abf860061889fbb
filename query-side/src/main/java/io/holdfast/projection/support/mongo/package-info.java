/** Read models and tokens in MongoDB: generations of collections, batched writes, token store. */
@NullMarked
package io.holdfast.projection.support.mongo;

import org.jspecify.annotations.NullMarked;
