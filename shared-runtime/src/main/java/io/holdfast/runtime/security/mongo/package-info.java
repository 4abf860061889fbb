/** The persons who have used Holdfast, stored in MongoDB. */
@NullMarked
package io.holdfast.runtime.security.mongo;

import org.jspecify.annotations.NullMarked;
