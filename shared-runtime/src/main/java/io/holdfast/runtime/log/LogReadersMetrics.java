package io.holdfast.runtime.log;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;

/** Gauges for each event log reader. */
final class LogReadersMetrics implements MeterBinder {
    private final LogFollowers followers;

    LogReadersMetrics(LogFollowers followers) {
        this.followers = followers;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (LogFollower follower : followers.all()) {
            gauge(registry, follower.name(), "parked", "What it could not read or apply", ReaderStatus::parked);
            gauge(registry, follower.name(), "position", "Position in the log", ReaderStatus::position);
            gauge(
                    registry,
                    follower.name(),
                    "departed",
                    "1 when it does not stand on this log and must be rebuilt",
                    status -> status.departed() == null ? 0 : 1);
        }
    }

    private void gauge(
            MeterRegistry registry, String name, String what, String help, ToDoubleFunction<ReaderStatus> value) {
        Gauge.builder("holdfast.reader." + what, followers, all -> value.applyAsDouble(of(all, name)))
                .description(help)
                .tag("reader", name)
                .register(registry);
    }

    private static ReaderStatus of(LogFollowers followers, String name) {
        return followers.latest().stream()
                .filter(s -> s.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
