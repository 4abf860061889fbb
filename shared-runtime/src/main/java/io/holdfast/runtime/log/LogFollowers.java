package io.holdfast.runtime.log;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** All event log readers in this process. */
public final class LogFollowers {
    private static final long FRESH_NANOS = 1_000_000_000L;

    private final Supplier<List<LogFollower>> followers;
    private @Nullable List<ReaderStatus> latest;
    private long latestAt;

    LogFollowers(Supplier<List<LogFollower>> followers) {
        this.followers = followers;
    }

    List<LogFollower> all() {
        return followers.get();
    }

    Optional<LogFollower> named(String name) {
        return all().stream().filter(f -> f.name().equals(name)).findFirst();
    }

    /** The status of all readers, at most a second old, because metrics and health ask often. */
    synchronized List<ReaderStatus> latest() {
        List<ReaderStatus> known = latest;
        if (known == null || System.nanoTime() - latestAt > FRESH_NANOS) {
            known = all().stream().map(LogFollowers::status).toList();
            latest = known;
            latestAt = System.nanoTime();
        }
        return known;
    }

    /** The status of a reader; if the reader fails to report one, a status that says so. */
    static ReaderStatus status(LogFollower follower) {
        try {
            return follower.status();
        } catch (RuntimeException unreachable) {
            return new ReaderStatus(follower.name(), -1, 0, null, UnreadEvents.reason(unreachable), null);
        }
    }
}
