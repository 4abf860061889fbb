/** What all event log readers share: their status, their parked items, and the ways to see and repair both. */
@NullMarked
package io.holdfast.runtime.log;

import org.jspecify.annotations.NullMarked;
