package io.holdfast.eventstore.read;

import io.holdfast.eventstore.api.LogReplacedException;
import io.holdfast.eventstore.block.Block;
import io.holdfast.eventstore.block.BlockHeader;
import io.holdfast.eventstore.block.LogPosition;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.jspecify.annotations.Nullable;

/**
 * An endless stream of the log from a position on. It announces new events, so pooled processors sleep until then
 * instead of polling twice a second. It fails with a {@link LogReplacedException} when the log was replaced.
 */
public final class BlockStream implements TrackingEventStream, Tail.Reader {

    private final Tail tail;
    private final int replacements;
    private final Function<Stream<TrackedEventData<?>>, Stream<? extends TrackedEventMessage<?>>> messages;
    private Iterator<? extends TrackedEventMessage<?>> fetched = Collections.emptyIterator();
    private @Nullable TrackedEventMessage<?> peeked;
    private @Nullable BlockHeader last;
    private volatile long block; // written under the monitor
    private int index;
    private volatile @Nullable Runnable callback;
    private volatile boolean closed;

    public BlockStream(
            Tail tail,
            long position,
            Function<Stream<TrackedEventData<?>>, Stream<? extends TrackedEventMessage<?>>> messages) {
        this.tail = tail;
        this.replacements = tail.replacements();
        this.block = LogPosition.block(position);
        this.index = LogPosition.index(position);
        this.messages = messages;
        tail.listen(this);
    }

    @Override
    public void onMove() {
        Runnable told = callback;
        if (told != null) {
            told.run();
        }
    }

    @Override
    public synchronized Optional<TrackedEventMessage<?>> peek() {
        if (peeked == null && available()) {
            peeked = fetched.next();
        }
        return Optional.ofNullable(peeked);
    }

    /** Fetches again as long as upcasters drop all events of a fetch. */
    private boolean available() {
        while (!fetched.hasNext()) {
            refuseIf(tail.replacements() != replacements);
            if (closed || block > tail.head()) {
                return false;
            }
            List<Block> blocks = tail.read(block);
            if (blocks.isEmpty()) {
                return false;
            }
            blocks.forEach(this::continues);
            int first = index;
            long at = block;
            fetched = messages.apply(blocks.stream().flatMap(b -> b.eventsFrom(b.number() == at ? first : 0)))
                    .iterator();
            block = blocks.getLast().number() + 1;
            index = 0;
        }
        return true;
    }

    private void continues(Block next) {
        refuseIf(last != null && !next.follows(last));
        last = next.header();
    }

    private static void refuseIf(boolean another) {
        if (another) {
            throw new LogReplacedException();
        }
    }

    @Override
    public boolean hasNextAvailable() {
        return peek().isPresent();
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        long until = System.nanoTime() + unit.toNanos(timeout);
        while (!hasNextAvailable()) {
            long left = until - System.nanoTime();
            if (closed || left <= 0 || !tail.awaitBeyond(nextBlock() - 1, left, TimeUnit.NANOSECONDS)) {
                return hasNextAvailable();
            }
        }
        return true;
    }

    @Override
    public long nextBlock() {
        return block;
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        while (true) {
            synchronized (this) {
                TrackedEventMessage<?> next = peek().orElse(null);
                if (next != null) {
                    peeked = null;
                    return next;
                }
            }
            if (closed) {
                throw new IllegalStateException("The stream is closed");
            }
            hasNextAvailable(1, TimeUnit.SECONDS);
        }
    }

    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
        this.callback = callback;
        return true;
    }

    @Override
    public void close() {
        closed = true;
        tail.ignore(this);
    }
}
