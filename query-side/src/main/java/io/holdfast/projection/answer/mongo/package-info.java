/** The scope of ports as a filter in MongoDB. */
@NullMarked
package io.holdfast.projection.answer.mongo;

import org.jspecify.annotations.NullMarked;
