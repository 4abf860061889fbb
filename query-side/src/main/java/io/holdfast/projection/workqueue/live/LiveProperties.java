package io.holdfast.projection.workqueue.live;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of watched queues.
 *
 * @param maxWatchers how many may watch on one node
 * @param maxWatchersPerUser how many of them may be one person
 * @param maxPending changed cases kept for a watcher who has yet to read them; with more it is told to reload
 * @param maxReplay events looked through when somebody comes back; with more it is told to reload
 * @param heartbeat after how long without a change a sign of life is sent
 * @param maxStall how long a watcher may not read on before it is dropped
 * @param maxAge after how long a stream ends, so that whoever comes back shows the credentials again
 */
@ConfigurationProperties("holdfast.live")
public record LiveProperties(
        @DefaultValue("1000") int maxWatchers,
        @DefaultValue("20") int maxWatchersPerUser,
        @DefaultValue("1000") int maxPending,
        @DefaultValue("10000") int maxReplay,
        @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("10s") Duration maxStall,
        @DefaultValue("15m") Duration maxAge) {}
