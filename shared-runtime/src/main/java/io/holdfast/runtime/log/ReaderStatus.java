package io.holdfast.runtime.log;

import org.jspecify.annotations.Nullable;

/**
 * The status of an event log reader.
 *
 * @param position the position up to which it has read; -1 before the first event
 * @param parked the number of parked items
 * @param first the first parked item in the order of the log; null when there are none
 * @param error why it has stopped; null when it is running
 * @param departed why its state does not match the current log, and what to do; null when it matches; otherwise the
 *     reader's answers are wrong
 */
public record ReaderStatus(
        String name,
        long position,
        long parked,
        @Nullable ParkedItem first,
        @Nullable String error,
        @Nullable String departed) {}
