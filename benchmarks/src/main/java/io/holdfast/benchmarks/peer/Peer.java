package io.holdfast.benchmarks.peer;

import java.nio.file.Path;
import java.util.function.Function;

/**
 * An event store to measure.
 *
 * @param name a short one, for the head of a column
 * @param settings its settings, above all those that make appends durable
 * @param loads whether it can load the events of one aggregate
 * @param inHeap whether the whole log is in the heap of this process, so that it must not be open while others are
 *     measured
 * @param opener opens a new, empty log in a folder of its own
 */
public record Peer(String name, String settings, boolean loads, boolean inHeap, Function<Path, PeerLog> opener) {
    /** Opens a new, empty log. */
    public PeerLog open(Path folder) {
        return opener.apply(folder);
    }
}
