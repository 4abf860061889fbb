package io.holdfast.runtime.log;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a reader of the log could not read or apply and has left aside, so that the others go on.
 *
 * @param aggregate of which nothing later is applied either
 * @param version the number of the event within the aggregate, from 1; null when no event is to blame
 * @param position of the event in the log; null when no event is to blame
 * @param type logical name of the event, as far as it is known
 * @param since when it was left aside first
 * @param reason what went wrong; null when it only waits behind an earlier event of its aggregate
 */
public record ParkedItem(
        String aggregate,
        @Nullable Long version,
        @Nullable Long position,
        String type,
        Instant since,
        @Nullable String reason) {}
