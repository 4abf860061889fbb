package io.holdfast.eventstore.append;

import io.holdfast.eventstore.api.CommitTooLargeException;
import io.holdfast.eventstore.block.LogPosition;

/**
 * Limits of one block. A block is closed by the first limit it reaches; a single commit above the first two still gets
 * a block of its own.
 *
 * @param commits maximum number of commits, at least 1
 * @param bytes approximate maximum size in bytes, at least 1
 * @param events maximum number of events, 1 to 4096; never exceeded
 * @param commitBytes a commit above this is refused before it is sent; MongoDB takes documents up to 16 MB
 */
public record BlockLimits(int commits, int bytes, int events, int commitBytes) {

    /** 128 commits, 512 KB, 4096 events, commits up to 8 MB. */
    public static final BlockLimits DEFAULT =
            new BlockLimits(128, 512 * 1024, LogPosition.EVENTS_PER_BLOCK, 8 * 1024 * 1024);

    /** Refuses limits that are out of range. */
    public BlockLimits {
        if (commits < 1 || bytes < 1 || events < 1 || commitBytes < 1) {
            throw new IllegalArgumentException("Limits of a block start at 1");
        }
        if (events > LogPosition.EVENTS_PER_BLOCK) {
            throw new IllegalArgumentException("A block holds at most " + LogPosition.EVENTS_PER_BLOCK + " events");
        }
        if (commitBytes > 12 * 1024 * 1024) {
            throw new IllegalArgumentException("A commit above 12 MB may not fit into one MongoDB document");
        }
    }

    /** The same limits with one commit per block. */
    BlockLimits ofOneCommit() {
        return new BlockLimits(1, bytes, events, commitBytes);
    }

    void check(Commit commit) {
        if (commit.bytes > commitBytes) {
            throw new CommitTooLargeException(
                    "A commit of %d bytes; the limit is %d".formatted(commit.bytes, commitBytes));
        }
        if (commit.events.size() > events) {
            throw new CommitTooLargeException(
                    "A commit of %d events; the limit is %d".formatted(commit.events.size(), events));
        }
    }
}
