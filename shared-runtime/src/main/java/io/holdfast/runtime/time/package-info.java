/**
 * Elapsed time, as opposed to the time of day that is recorded ({@link java.time.Clock}): ages, waits and leases must
 * not depend on how anybody sets a clock.
 */
@NullMarked
package io.holdfast.runtime.time;

import org.jspecify.annotations.NullMarked;
