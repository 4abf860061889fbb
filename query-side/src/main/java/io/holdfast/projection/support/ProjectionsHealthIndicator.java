package io.holdfast.projection.support;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Reports DOWN if a projection has an error: it has stopped, or has parked too much. Lag and fewer parked events are
 * only reported.
 */
final class ProjectionsHealthIndicator implements HealthIndicator {
    private final ProjectionMonitor monitor;

    ProjectionsHealthIndicator(ProjectionMonitor monitor) {
        this.monitor = monitor;
    }

    @Override
    public Health health() {
        var statuses = monitor.latest();
        boolean stuck = statuses.stream().anyMatch(s -> s.error() != null);
        Health.Builder health = stuck ? Health.down() : Health.up();
        statuses.forEach(s -> health.withDetail(s.name(), details(s)));
        return health.build();
    }

    private static Map<String, Object> details(ProjectionStatus status) {
        var details = new LinkedHashMap<String, Object>();
        details.put("position", status.position());
        details.put("head", status.head());
        details.put("lag", status.lag());
        details.put("parked", status.parked());
        if (status.error() != null) {
            details.put("error", status.error());
        }
        if (status.rebuild() != null) {
            details.put("rebuildPercent", status.rebuild().percent());
        }
        return details;
    }
}
