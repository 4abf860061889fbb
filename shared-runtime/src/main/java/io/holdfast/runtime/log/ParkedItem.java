package io.holdfast.runtime.log;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that an event log reader could not read or apply and has parked, so that everything else can continue.
 *
 * @param aggregate the aggregate; none of its later events are applied either
 * @param version the number of the event within the aggregate, from 1; null when no event is to blame
 * @param position the position of the event in the log; null when no event is to blame
 * @param type the event's logical name, as far as it is known
 * @param since when it was first parked
 * @param reason what went wrong; null when it only waits for an earlier event of its aggregate
 */
public record ParkedItem(
        String aggregate,
        @Nullable Long version,
        @Nullable Long position,
        String type,
        Instant since,
        @Nullable String reason) {}
