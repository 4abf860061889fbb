/** Who has been here, kept in MongoDB. */
@NullMarked
package io.holdfast.runtime.security.mongo;

import org.jspecify.annotations.NullMarked;
