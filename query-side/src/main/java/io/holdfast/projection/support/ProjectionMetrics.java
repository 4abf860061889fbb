package io.holdfast.projection.support;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;

/** Publishes gauges for each projection. */
final class ProjectionMetrics implements MeterBinder {
    private final ProjectionMonitor monitor;
    private final Iterable<String> names;

    ProjectionMetrics(ProjectionMonitor monitor, Iterable<String> names) {
        this.monitor = monitor;
        this.names = names;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (String name : names) {
            gauge(registry, name, "lag", "Events not seen yet, counted up to 10,000", ProjectionStatus::lag);
            gauge(registry, name, "position", "Position in the log", ProjectionStatus::position);
            gauge(registry, name, "parked", "Events that wait for a mended projection", ProjectionStatus::parked);
            gauge(
                    registry,
                    name,
                    "rebuild.progress",
                    "Percent of the log that a rebuild has read; NaN without one",
                    s -> s.rebuild() == null ? Double.NaN : s.rebuild().percent());
        }
    }

    private void gauge(
            MeterRegistry registry, String name, String what, String help, ToDoubleFunction<ProjectionStatus> value) {
        Gauge.builder("holdfast.projection." + what, monitor, m -> value.applyAsDouble(of(m, name)))
                .description(help)
                .tag("projection", name)
                .register(registry);
    }

    private static ProjectionStatus of(ProjectionMonitor monitor, String name) {
        return monitor.latest().stream()
                .filter(s -> s.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
