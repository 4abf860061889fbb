package io.holdfast.runtime.log;

import org.jspecify.annotations.Nullable;

/**
 * How a reader of the event log is.
 *
 * @param position up to where it has read; -1 before the first event
 * @param parked how many things it has left aside
 * @param first the first of them in the order of the log; null when there are none
 * @param error why it does not go on; null when it does
 * @param departed why it does not stand on this log, and what to do; null when it does. Its answers are not true then
 */
public record ReaderStatus(
        String name,
        long position,
        long parked,
        @Nullable ParkedItem first,
        @Nullable String error,
        @Nullable String departed) {}
