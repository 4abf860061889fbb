package io.holdfast.eventstore.append;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.Set;

/** Chooses the commits of one block. */
final class BatchFiller {

    private final BlockLimits limits;
    private final List<Commit> batch = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();
    private final Set<String> ids = new HashSet<>();
    private int bytes;
    private int events;

    BatchFiller(BlockLimits limits) {
        this.limits = limits;
    }

    /**
     * Takes commits in order until the block is full. A commit that conflicts with another of the same block waits for
     * the next: the server checks uniqueness between documents, not within one.
     */
    List<Commit> takeFrom(Queue<Commit> queue) {
        for (Iterator<Commit> waiting = queue.iterator(); waiting.hasNext() && batch.size() < limits.commits(); ) {
            Commit commit = waiting.next();
            if (!fits(commit)) {
                break;
            }
            if (!clashes(commit)) {
                waiting.remove();
                if (commit.claim()) {
                    add(commit);
                }
            }
        }
        return batch;
    }

    private boolean fits(Commit commit) {
        return batch.isEmpty()
                || (bytes + commit.bytes <= limits.bytes() && events + commit.events.size() <= limits.events());
    }

    private boolean clashes(Commit commit) {
        return commit.events.stream().anyMatch(event -> keys.contains(event.key) || ids.contains(event.stored.id()));
    }

    private void add(Commit commit) {
        batch.add(commit);
        bytes += commit.bytes;
        events += commit.events.size();
        for (EncodedEvent event : commit.events) {
            keys.add(event.key);
            ids.add(event.stored.id());
        }
    }
}
