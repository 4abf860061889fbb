package io.holdfast.eventstore.block;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Checks whether the last block that this process knows is still in the log. Another block in its place proves that the
 * log was replaced. A missing block proves it only after a while: a new primary may not know at once what the majority
 * has.
 */
public final class KnownHead {
    private static final int LOOKS_BEFORE_IT_IS_GONE = 3;

    private final LongFunction<Optional<BlockHeader>> headers;
    private final long intervalNanos;
    private long lookedAt = System.nanoTime();
    private @Nullable BlockHeader missing;
    private long missingSince;

    /**
     * @param headers reads the header of a block from the database
     * @param interval after which a check is out of date
     */
    public KnownHead(LongFunction<Optional<BlockHeader>> headers, Duration interval) {
        this.headers = headers;
        this.intervalNanos = interval.toNanos();
    }

    /** Whether the last check is out of date. */
    public synchronized boolean isToBeLookedAt() {
        return System.nanoTime() - lookedAt >= intervalNanos;
    }

    /** Whether the block was missing at the last check. */
    public synchronized boolean isMissing() {
        return missing != null;
    }

    /** Queries the database; true when the block is certainly no longer in the log. */
    public synchronized boolean isGone(BlockHeader last) {
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

    /** Queries the database; false also when the block may only be missing for now. */
    public boolean isThere(BlockHeader last) {
        return stored(last).filter(found -> found.hash().equals(last.hash())).isPresent();
    }

    private Optional<BlockHeader> stored(BlockHeader last) {
        return last.number() < 0 ? Optional.of(last) : headers.apply(last.number());
    }
}
