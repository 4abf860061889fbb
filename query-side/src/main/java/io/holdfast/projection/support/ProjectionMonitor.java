package io.holdfast.projection.support;

import io.holdfast.projection.support.ProjectionRegister.Entry;
import io.holdfast.projection.support.ProjectionRegister.Rebuild;
import io.holdfast.projection.support.ProjectionStatus.RebuildProgress;
import io.holdfast.runtime.log.LogHistory;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reports the state of the projections, for people and for monitoring. */
public final class ProjectionMonitor {
    private static final long FRESH_NANOS = 1_000_000_000L;

    private final ProjectionNode node;
    private final ProjectionStorage storage;
    private final LogHistory history;
    private final LagCounter lag;
    private final InstantSource clock;
    private final int maxParked;
    private @Nullable List<ProjectionStatus> latest;
    private long latestAt;

    ProjectionMonitor(ProjectionNode node, ProcessorResources resources) {
        this.node = node;
        storage = resources.storage();
        history = new LogHistory(resources.log());
        lag = new LagCounter(resources.log());
        clock = resources.clock();
        maxParked = resources.properties().maxParked();
    }

    /** The status of all projections, at most a second old: gauges and health checks ask often. */
    public synchronized List<ProjectionStatus> latest() {
        List<ProjectionStatus> known = latest;
        if (known == null || System.nanoTime() - latestAt > FRESH_NANOS) {
            known = node.names().stream().map(this::status).toList();
            latest = known;
            latestAt = System.nanoTime();
        }
        return known;
    }

    /** @throws UnknownProjectionException when there is no such projection */
    public ProjectionStatus status(String name) {
        Entry entry = node.entry(name);
        Generation live = entry.live();
        long end = history.head();
        long position = node.position(live);
        return new ProjectionStatus(
                name,
                live.number(),
                position,
                end,
                lag.between(node.departure(live).isPresent() ? -1 : position, end),
                handled(live),
                storage.parked().count(live),
                failure(live),
                entry.rebuild() == null ? null : progress(entry.rebuild(), end));
    }

    private RebuildProgress progress(Rebuild rebuild, long end) {
        Generation filled = rebuild.generation();
        long position = node.position(filled);
        long events = handled(filled);
        double seconds = Math.max(
                0.001, Duration.between(rebuild.startedAt(), clock.instant()).toMillis() / 1000.0);
        return new RebuildProgress(
                filled.number(),
                rebuild.by(),
                rebuild.startedAt(),
                position,
                end,
                events,
                end < 0 ? 100 : Math.clamp(100.0 * (position + 1) / (end + 1), 0, 100),
                events / seconds,
                storage.parked().count(filled),
                failure(filled));
    }

    private long handled(Generation generation) {
        return storage.tokens()
                .progress(generation.label())
                .map(ProjectionTokens.Progress::handled)
                .orElse(0L);
    }

    /** Why a generation has stopped or is degraded; null when it is healthy. */
    @Nullable String failure(Generation generation) {
        return node.departure(generation)
                .or(() -> node.processor(generation).flatMap(GenerationProcessor::failure))
                .or(() -> node.hasParkedTooMany(generation)
                        ? Optional.of("More than " + maxParked
                                + " events could not be folded in and are parked, each with what"
                                + " follows of its aggregate; the others go on")
                        : Optional.empty())
                .orElse(null);
    }
}
