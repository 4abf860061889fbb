package io.holdfast.eventstore.block;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Whether the block that this process knows last is still in the log. Another block in its place proves that the log is another one.
 * That it is missing proves it only after a while: a new primary may not know at once what the majority has.
 */
public final class KnownHead {
    private static final int LOOKS_BEFORE_IT_IS_GONE = 3;

    private final LongFunction<Optional<BlockHeader>> headers;
    private final long intervalNanos;
    private long lookedAt = System.nanoTime();
    private @Nullable BlockHeader missing;
    private long missingSince;

    /**
     * @param headers asks the database for the header of a block
     * @param interval after which a look says nothing any more
     */
    public KnownHead(LongFunction<Optional<BlockHeader>> headers, Duration interval) {
        this.headers = headers;
        this.intervalNanos = interval.toNanos();
    }

    /** Whether the last look is so long ago that it says nothing any more. */
    public synchronized boolean isToBeLookedAt() {
        return System.nanoTime() - lookedAt >= intervalNanos;
    }

    /** Whether it was not there at the last look. */
    public synchronized boolean isMissing() {
        return missing != null;
    }

    /** Asks the database; true when it is certain that the block is not in the log any more. */
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

    /** Asks the database; false also when the block may be there later. */
    public boolean isThere(BlockHeader last) {
        return stored(last).filter(found -> found.hash().equals(last.hash())).isPresent();
    }

    private Optional<BlockHeader> stored(BlockHeader last) {
        return last.number() < 0 ? Optional.of(last) : headers.apply(last.number());
    }
}
