package io.holdfast.runtime.log;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * How the readers of the log are. What is parked is told and makes no node unhealthy: the others go on, and taking every node
 * away because of one case would be worse.
 */
final class LogReadersHealth implements HealthIndicator {
    private final LogFollowers followers;
    private final Predicate<ReaderStatus> down;

    private LogReadersHealth(LogFollowers followers, Predicate<ReaderStatus> down) {
        this.followers = followers;
        this.down = down;
    }

    /** Down when one does not go on, whatever keeps it. */
    static LogReadersHealth ofAll(LogFollowers followers) {
        return new LogReadersHealth(followers, status -> status.error() != null || status.departed() != null);
    }

    /** Down when one does not stand on this log, so that nobody is sent here for answers that are not true. */
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
