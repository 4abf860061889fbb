package io.holdfast.projection.support;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the projections.
 *
 * @param database where read models and tokens are; null for the database of the MongoDB URI, or "holdfast" if it names
 *     none
 * @param batchSize maximum number of events in a batch; Axon's queue holds 1,024
 * @param lease how long a node that does not respond keeps its segments
 * @param watchInterval how often a node checks whether a rebuild has begun or ended
 * @param publishInterval how often a node publishes the positions of segments that had no token to store
 * @param gracePeriod how long a replaced generation is kept for queries that still read it
 * @param maxParked the number of events that could not be folded above which health is down, and further ones are
 *     parked without a log line each; other aggregates continue
 * @param maxWait how long a query waits for the position that it requires
 * @param workers number of threads that fold events
 */
@ConfigurationProperties("holdfast.projections")
public record ProjectionProperties(
        @Nullable String database,
        @DefaultValue("1000") int batchSize,
        @DefaultValue("10s") Duration lease,
        @DefaultValue("1s") Duration watchInterval,
        @DefaultValue("250ms") Duration publishInterval,
        @DefaultValue("30s") Duration gracePeriod,
        @DefaultValue("1000") int maxParked,
        @DefaultValue("5s") Duration maxWait,
        @DefaultValue("4") int workers) {}
