package io.holdfast.projection.support;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which generation of each projection answers, for all nodes. */
public interface ProjectionRegister {
    /** The projection's entry, made with a first generation when there is none. */
    Entry entry(String projection);

    /** Begins a rebuild; empty when one is under way. */
    Optional<Rebuild> begin(String projection, String by, Instant at, long head);

    /** Makes the generation that is being filled the one that answers; false when another node was first. */
    boolean swap(Rebuild rebuild, Instant at);

    /** Begins a rebuild once more, in the next generation; false when another node was first. */
    boolean restart(Rebuild rebuild, Instant at);

    /** Forgets a generation that has been dropped. */
    void forget(Generation retired);

    /**
     * What is known about a projection.
     *
     * @param live the generation that answers
     * @param rebuild the rebuild that is under way; null when there is none
     * @param retired generations that answered once and are to be dropped
     */
    record Entry(Generation live, @Nullable Rebuild rebuild, List<Retired> retired) {
        public Entry {
            retired = List.copyOf(retired);
        }
    }

    /**
     * A rebuild under way.
     *
     * @param generation the one being filled
     * @param by who asked for it
     * @param head end of the log when it began
     */
    record Rebuild(Generation generation, String by, Instant startedAt, long head) {}

    /** A generation that answered until a moment. */
    record Retired(Generation generation, Instant since) {}
}
