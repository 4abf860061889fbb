package io.holdfast.eventstore;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether the block that this process knows last is still in the log. Another block in its place proves that the log is another one.
 * That it is missing proves it only after a while: a new primary may not know at once what the majority has.
 */
final class KnownHead {
    private static final int LOOKS_BEFORE_IT_IS_GONE = 3;

    private final LogStore store;
    private final long intervalNanos;
    private long lookedAt = System.nanoTime();
    private @Nullable BlockHeader missing;
    private long missingSince;

    KnownHead(LogStore store, Duration interval) {
        this.store = store;
        this.intervalNanos = interval.toNanos();
    }

    /** Whether the last look is so long ago that it says nothing any more. */
    synchronized boolean isToBeLookedAt() {
        return System.nanoTime() - lookedAt >= intervalNanos;
    }

    /** Whether it was not there at the last look. */
    synchronized boolean isMissing() {
        return missing != null;
    }

    /** Asks the database; true when it is certain that the block is not in the log any more. */
    synchronized boolean isGone(BlockHeader last) {
        Optional<BlockHeader> found = stored(last);
        lookedAt = System.nanoTime();
        if (found.isPresent()) {
            missing = null;
            return !found.get().hash().equals(last.hash());
        }
        if (!last.equals(missing)) {
            missing = last;
            missingSince = lookedAt;
        }
        return lookedAt - missingSince >= LOOKS_BEFORE_IT_IS_GONE * intervalNanos;
    }

    /** Asks the database; false also when the block may be there later. */
    boolean isThere(BlockHeader last) {
        return stored(last).filter(found -> found.hash().equals(last.hash())).isPresent();
    }

    private Optional<BlockHeader> stored(BlockHeader last) {
        return last.number() < 0 ? Optional.of(last) : store.header(last.number());
    }
}
