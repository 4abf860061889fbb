/** The security log in MongoDB, in a collection of its own. */
@NullMarked
package io.holdfast.runtime.securitylog.mongo;

import org.jspecify.annotations.NullMarked;
