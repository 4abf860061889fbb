package io.holdfast.projection.workqueue.live;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of live queues.
 *
 * @param maxWatchers maximum number of watchers per node
 * @param maxWatchersPerUser maximum number of watchers per user on a node
 * @param maxPending changed cases kept for a watcher that has not read them yet; beyond that it is told to reload
 * @param maxReplay events searched when a client reconnects; beyond that it is told to reload
 * @param heartbeat idle time after which a heartbeat is sent
 * @param maxStall how long a watcher may stop reading before it is dropped
 * @param maxAge after how long a stream ends, so that the client has to authenticate again
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
