package io.holdfast.projection.support;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the projections.
 *
 * @param database where read models and tokens are; null for the database of the MongoDB URI, or "holdfast" when it names none
 * @param batchSize most events in one batch; Axon's queue holds 1,024
 * @param lease how long a segment stays with a node that does not answer
 * @param watchInterval how often a node looks whether a rebuild has begun or ended
 * @param publishInterval how often a node tells the others how far segments are that had nothing to store
 * @param gracePeriod how long a replaced generation stays for those who are reading it
 * @param maxParked from how many parked aggregates on health is down and no further one is told in a line of its own; the others go on
 * @param maxWait how long a question waits for the position that it names
 * @param workers threads that fold
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
