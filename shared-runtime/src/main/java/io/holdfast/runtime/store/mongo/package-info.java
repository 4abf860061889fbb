/** How callers, load balancers and operators learn that the database does not answer or accepts no writes. */
@NullMarked
package io.holdfast.runtime.store.mongo;

import org.jspecify.annotations.NullMarked;
