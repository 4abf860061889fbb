package io.holdfast.projection.support;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event that a projection could not fold, or that waits behind such an event of the same aggregate.
 *
 * @param type the class of its payload, if known
 * @param version number of events of the aggregate up to and including this one
 * @param position in the log
 * @param cause what went wrong; null if the event only waits behind another
 */
public record ParkedEvent(
        Generation generation,
        String aggregate,
        String id,
        String type,
        long version,
        long position,
        Instant parkedAt,
        @Nullable String cause) {}
