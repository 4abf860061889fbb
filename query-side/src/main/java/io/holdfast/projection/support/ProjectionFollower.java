package io.holdfast.projection.support;

import io.holdfast.runtime.log.LogFollower;
import io.holdfast.runtime.log.ParkedItem;
import io.holdfast.runtime.log.ReaderStatus;
import java.util.List;

/** Presents a projection as a reader of the event log. */
final class ProjectionFollower implements LogFollower {
    private final String name;
    private final ProjectionNode node;
    private final ProjectionMonitor monitor;
    private final ParkedEvents parked;

    ProjectionFollower(String name, ProjectionNode node, ProjectionMonitor monitor, ParkedEvents parked) {
        this.name = name;
        this.node = node;
        this.monitor = monitor;
        this.parked = parked;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ReaderStatus status() {
        Generation live = node.liveGeneration(name);
        return new ReaderStatus(
                name,
                node.position(live),
                parked.count(live),
                parked(1).stream().findFirst().orElse(null),
                monitor.failure(live),
                node.departure(live).orElse(null));
    }

    @Override
    public List<ParkedItem> parked(int limit) {
        return parked.list(node.liveGeneration(name), limit).stream()
                .map(e -> new ParkedItem(e.aggregate(), e.version(), e.position(), e.type(), e.parkedAt(), e.cause()))
                .toList();
    }

    @Override
    public void retry(String by) {
        node.retry(name, by);
    }

    @Override
    public void rebuild(String by) {
        node.rebuild(name, by);
    }
}
