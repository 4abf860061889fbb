package io.holdfast.benchmarks.sample;

import java.time.Instant;

/** The commits of one writer, without end: it works on one aggregate until that has about 20 events, then on the next. */
public final class CommitSource {
    private static final int EVENTS_PER_AGGREGATE = 20;

    private final String writer;
    private int aggregate;
    private int commits;
    private long sequence;

    /** @param writer unlike every other writer of the same log */
    public CommitSource(String writer) {
        this.writer = writer;
    }

    /** The next commit, of now. */
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
