package io.holdfast.eventstore.read;

import io.holdfast.eventstore.block.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Caches the last blocks of the log, so that the streams at its end do not each read them. Bounded in bytes. */
final class RecentBlocks {

    private final NavigableMap<Long, Block> blocks = new TreeMap<>();
    private final long budget;
    private long bytes;

    RecentBlocks(long budget) {
        this.budget = budget;
    }

    synchronized void add(Block block) {
        if (blocks.putIfAbsent(block.number(), block) == null) {
            bytes += block.bytes();
        }
        while (bytes > budget) {
            bytes -= blocks.pollFirstEntry().getValue().bytes();
        }
    }

    synchronized void clear() {
        blocks.clear();
        bytes = 0;
    }

    /** Blocks from a number on without a gap; empty when the first is not cached. */
    synchronized List<Block> from(long first, int most) {
        List<Block> dense = new ArrayList<>();
        for (Block block = blocks.get(first);
                block != null && dense.size() < most;
                block = blocks.get(first + dense.size())) {
            dense.add(block);
        }
        return dense;
    }
}
