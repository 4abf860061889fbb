package io.holdfast.runtime.log;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Health of the event log readers. Parked items are reported but do not make a node unhealthy: other cases continue,
 * and taking every node out of service because of one case would be worse.
 */
final class LogReadersHealth implements HealthIndicator {
    private final LogFollowers followers;
    private final Predicate<ReaderStatus> down;

    private LogReadersHealth(LogFollowers followers, Predicate<ReaderStatus> down) {
        this.followers = followers;
        this.down = down;
    }

    /** Down when any reader has stopped, for whatever reason. */
    static LogReadersHealth ofAll(LogFollowers followers) {
        return new LogReadersHealth(followers, status -> status.error() != null || status.departed() != null);
    }

    /** Down when a reader does not match the current log, so that no requests are routed here for wrong answers. */
    static LogReadersHealth ofHistory(LogFollowers followers) {
        return new LogReadersHealth(followers, status -> status.departed() != null);
    }

    @Override
    public Health health() {
        var statuses = followers.latest();
        Health.Builder health = statuses.stream().anyMatch(down) ? Health.down() : Health.up();
        statuses.forEach(status -> health.withDetail(status.name(), details(status)));
        return health.build();
    }

    private static Map<String, Object> details(ReaderStatus status) {
        var details = new LinkedHashMap<String, Object>();
        details.put("position", status.position());
        details.put("parked", status.parked());
        ParkedItem first = status.first();
        if (first != null) {
            details.put("firstParked", first);
        }
        if (status.error() != null) {
            details.put("error", status.error());
        }
        if (status.departed() != null) {
            details.put("departed", status.departed());
        }
        return details;
    }
}
