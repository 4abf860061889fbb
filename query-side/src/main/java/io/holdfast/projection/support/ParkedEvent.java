package io.holdfast.projection.support;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event that a projection could not fold in, or that waits behind such a one of the same aggregate.
 *
 * @param type the class of its payload, as far as it is known
 * @param version number of events of the aggregate up to and with this one
 * @param position in the log
 * @param cause what went wrong; null when it only waits
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
