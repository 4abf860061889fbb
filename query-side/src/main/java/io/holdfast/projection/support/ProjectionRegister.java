package io.holdfast.projection.support;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Records for all nodes which generation of each projection is live. */
public interface ProjectionRegister {
    /** The entry of a projection, created with a first generation if there is none. */
    Entry entry(String projection);

    /** Starts a rebuild; empty if one is already running. */
    Optional<Rebuild> begin(String projection, String by, Instant at, long head);

    /** Makes the rebuilt generation the live one; false if another node has done so already. */
    boolean swap(Rebuild rebuild, Instant at);

    /** Restarts a rebuild in the next generation; false if another node has done so already. */
    boolean restart(Rebuild rebuild, Instant at);

    /** Removes a retired generation that has been dropped. */
    void forget(Generation retired);

    /**
     * The entry of a projection.
     *
     * @param live the generation that answers queries
     * @param rebuild the running rebuild; null if there is none
     * @param retired generations that used to be live and will be dropped
     */
    record Entry(Generation live, @Nullable Rebuild rebuild, List<Retired> retired) {
        public Entry {
            retired = List.copyOf(retired);
        }
    }

    /**
     * A running rebuild.
     *
     * @param generation the generation being filled
     * @param by who started it
     * @param head the end of the log when it began
     */
    record Rebuild(Generation generation, String by, Instant startedAt, long head) {}

    /** A generation that was live until {@code since}. */
    record Retired(Generation generation, Instant since) {}
}
