package io.holdfast.eventstore.api;

import java.util.OptionalLong;
import java.util.function.Supplier;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * The position in the log of the last event that a command committed, to be returned to its sender ("read at least this
 * far to see your own write").
 *
 * <pre>{@code
 * var answer = CommitPositions.recording(() -> gateway.sendAndWait(command));
 * answer.position();   // empty when the command published nothing
 * }</pre>
 */
public final class CommitPositions {

    private static final String RESOURCE = CommitPositions.class.getName();

    private static final ThreadLocal<Recorder> RECORDER = new ThreadLocal<>();

    private CommitPositions() {}

    /**
     * A result, and the position of the last event committed while producing it.
     *
     * @param position empty when nothing was committed
     */
    public record Positioned<T extends @Nullable Object>(T result, OptionalLong position) {}

    /**
     * Runs the work and records what this thread commits meanwhile. Works with Axon's SimpleCommandBus, which handles a
     * command on the sender's thread; commits of other threads are not seen.
     */
    public static <T extends @Nullable Object> Positioned<T> recording(Supplier<T> work) {
        Recorder outer = RECORDER.get();
        Recorder recorder = new Recorder();
        RECORDER.set(recorder);
        try {
            T result = work.get();
            return new Positioned<>(result, recorder.last);
        } finally {
            if (outer == null) {
                RECORDER.remove();
            } else {
                recorder.last.ifPresent(outer::note);
                RECORDER.set(outer);
            }
        }
    }

    /**
     * The position of the last event that this unit of work, or its root, has committed; empty until its commit phase
     * is over, and when it published nothing. For handler interceptors, in {@code unitOfWork.afterCommit}.
     */
    public static OptionalLong of(UnitOfWork<?> unitOfWork) {
        Long position = unitOfWork.root().getResource(RESOURCE);
        return position == null ? OptionalLong.empty() : OptionalLong.of(position);
    }

    /** Called by the log after it has stored events; the unit of work is null when there is none. */
    public static void committed(@Nullable UnitOfWork<?> unitOfWork, long position) {
        if (unitOfWork != null) {
            unitOfWork.root().resources().put(RESOURCE, position);
        }
        Recorder recorder = RECORDER.get();
        if (recorder != null) {
            recorder.note(position);
        }
    }

    private static final class Recorder {
        private OptionalLong last = OptionalLong.empty();

        void note(long position) {
            last = OptionalLong.of(Math.max(position, last.orElse(position)));
        }
    }
}
