/** What everybody is told while the database does not answer or takes no writes: callers, load balancers, those on call. */
@NullMarked
package io.holdfast.runtime.store.mongo;

import org.jspecify.annotations.NullMarked;
