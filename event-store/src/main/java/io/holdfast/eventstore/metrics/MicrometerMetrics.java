package io.holdfast.eventstore.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** The log's Micrometer meters; the README explains each. */
public final class MicrometerMetrics implements EventLogMetrics {

    private final MeterRegistry registry;
    private final Timer append;
    private final Counter events;
    private final DistributionSummary commits;
    private final DistributionSummary bytes;
    private final Counter conflicts;
    private final Counter races;
    private final Counter retries;

    public MicrometerMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.append = Timer.builder("holdfast.log.append")
                .description("Time a unit of work waits for its events to be durable")
                .publishPercentileHistogram()
                .register(registry);
        this.events = Counter.builder("holdfast.log.events")
                .description("Events stored by this process")
                .register(registry);
        this.commits = DistributionSummary.builder("holdfast.log.block.commits")
                .description("Commits per block")
                .register(registry);
        this.bytes = DistributionSummary.builder("holdfast.log.block.bytes")
                .description("Size of a block")
                .baseUnit("bytes")
                .register(registry);
        this.conflicts = Counter.builder("holdfast.log.conflicts")
                .description("Commits refused because another was first")
                .register(registry);
        this.races = Counter.builder("holdfast.log.races.lost")
                .description("Blocks rebased on another writer's")
                .register(registry);
        this.retries = Counter.builder("holdfast.log.retries")
                .description("Attempts to store a block that failed, or whose outcome is unknown, and were repeated")
                .register(registry);
    }

    @Override
    public void appended(Duration took, int count) {
        append.record(took);
        events.increment(count);
    }

    @Override
    public void blockStored(int commitCount, int eventCount, int byteCount) {
        commits.record(commitCount);
        bytes.record(byteCount);
    }

    @Override
    public void conflict() {
        conflicts.increment();
    }

    @Override
    public void raceLost() {
        races.increment();
    }

    @Override
    public void retried() {
        retries.increment();
    }

    @Override
    public void signing(BooleanSupplier refused) {
        Gauge.builder("holdfast.log.signing.refused", () -> refused.getAsBoolean() ? 1 : 0)
                .description("1 while the log is not signed because database, log and auditor's file disagree")
                .strongReference(true)
                .register(registry);
    }

    @Override
    public void tail(LongSupplier head, LongSupplier lag) {
        Gauge.builder("holdfast.log.head", head::getAsLong)
                .description("Position of the last event known to this process")
                .strongReference(true)
                .register(registry);
        Gauge.builder("holdfast.log.tail.lag", lag::getAsLong)
                .description("Known blocks that the slowest open stream has yet to fetch")
                .baseUnit("blocks")
                .strongReference(true)
                .register(registry);
    }
}
