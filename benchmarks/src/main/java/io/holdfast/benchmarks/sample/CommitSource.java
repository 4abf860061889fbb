package io.holdfast.benchmarks.sample;

import java.time.Instant;

/**
 * An endless source of commits for one writer: it adds to one aggregate until that has about 20 events, then starts the
 * next.
 */
public final class CommitSource {
    private static final int EVENTS_PER_AGGREGATE = 20;

    private final String writer;
    private int aggregate;
    private int commits;
    private long sequence;

    /** @param writer unique among the writers of a log */
    public CommitSource(String writer) {
        this.writer = writer;
    }

    /** The next commit, with the current time. */
    public Commit next() {
        if (sequence >= EVENTS_PER_AGGREGATE) {
            aggregate++;
            sequence = 0;
        }
        int count = Commit.size(commits++);
        Commit commit = Commit.of(writer + "-" + aggregate, sequence, count, Instant.now(), 0);
        sequence += count;
        return commit;
    }
}
