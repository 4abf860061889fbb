package io.holdfast.eventstore;

import io.holdfast.eventstore.append.BlockLimits;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the event log; each is described in the configuration metadata.
 *
 * @param database null for the database of the MongoDB URI, or "holdfast" when it names none
 */
@ConfigurationProperties("holdfast.event-store")
record EventStoreProperties(
        @Nullable String database,
        @DefaultValue("events") String collection,
        @DefaultValue("snapshots") String snapshotCollection,
        @DefaultValue("50ms") Duration pollInterval,
        @DefaultValue("10s") Duration appendTimeout,
        @DefaultValue("16MB") DataSize cacheSize,
        @DefaultValue Block block) {

    /** Limits of one block. */
    record Block(
            @DefaultValue("128") int commits,
            @DefaultValue("512KB") DataSize size,
            @DefaultValue("4096") int events,
            @DefaultValue("8MB") DataSize commitSize) {

        BlockLimits limits() {
            return new BlockLimits(
                    commits, Math.toIntExact(size.toBytes()), events, Math.toIntExact(commitSize.toBytes()));
        }
    }
}
