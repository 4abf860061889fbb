package io.holdfast.eventstore.read;

import io.holdfast.eventstore.block.LogPosition;
import io.holdfast.eventstore.block.StoredEvent;
import java.util.List;
import java.util.OptionalLong;

/**
 * Finds the position of a time in the log. Timestamps do not grow from event to event, because the writers' clocks
 * differ; their running maximum does, so a binary search over the blocks finds the first event at or after a time.
 */
final class TimeSearch {

    private final LogReader store;

    TimeSearch(LogReader store) {
        this.store = store;
    }

    /**
     * The position just before the first event at or after the time, -1 when that is the very first one.
     *
     * @param at nanoseconds since 1970
     * @param lastBlock the last block to look at; -1 for an empty log
     * @return empty when every event is earlier
     */
    OptionalLong before(long at, long lastBlock) {
        long block = firstReaching(at, lastBlock);
        if (block > lastBlock) {
            return OptionalLong.empty();
        }
        List<StoredEvent> events = store.read(block, 1).getFirst().events();
        int index = 0;
        while (events.get(index).at() < at) {
            index++;
        }
        return OptionalLong.of(index == 0 ? endOf(block - 1) : LogPosition.of(block, index - 1));
    }

    private long endOf(long block) {
        return block < 0
                ? -1
                : LogPosition.of(block, store.read(block, 1).getFirst().events().size() - 1);
    }

    private long firstReaching(long at, long lastBlock) {
        long low = 0;
        long high = lastBlock + 1;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (store.header(middle).orElseThrow().maxAt() >= at) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
