package io.holdfast.benchmarks.peer;

import java.nio.file.Path;
import java.util.function.Function;

/**
 * An event store that is measured.
 *
 * @param name a short one, for the head of a column
 * @param settings what makes its appends durable, and what else was set
 * @param loads whether it can bring the events of one aggregate
 * @param inHeap whether the whole log lies in the heap of this process, so that it must not be open while others are measured
 * @param opener opens a log of its own, empty, in a folder of its own
 */
public record Peer(String name, String settings, boolean loads, boolean inHeap, Function<Path, PeerLog> opener) {
    /** A new log, empty. */
    public PeerLog open(Path folder) {
        return opener.apply(folder);
    }
}
