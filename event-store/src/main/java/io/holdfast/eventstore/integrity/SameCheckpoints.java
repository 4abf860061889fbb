package io.holdfast.eventstore.integrity;

import io.holdfast.eventstore.integrity.Verdict.Broken;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Compares the checkpoints of a log with those that an auditor kept while both are read: two valid checkpoints of the
 * same number must be identical. The file may lack the latest ones.
 */
final class SameCheckpoints {

    private final Instant asOf;
    private final Map<Long, Checkpoint> onlyStored = new HashMap<>();
    private final Map<Long, Checkpoint> onlyKept = new HashMap<>();
    private boolean keptEnded;
    private @Nullable Broken first;

    /** @param asOf checkpoints kept after this need not be in the log */
    SameCheckpoints(Instant asOf) {
        this.asOf = asOf;
    }

    Iterator<Checkpoint> stored(Iterator<Checkpoint> source) {
        return watched(source, false);
    }

    Iterator<Checkpoint> kept(Iterator<Checkpoint> file) {
        return watched(file, true);
    }

    private Iterator<Checkpoint> watched(Iterator<Checkpoint> source, boolean fromFile) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                boolean more = source.hasNext();
                if (!more && fromFile) {
                    keptEnded = true;
                    onlyStored.clear(); // there is nothing left to compare them with
                }
                return more;
            }

            @Override
            public Checkpoint next() {
                Checkpoint next = source.next();
                meet(next, fromFile);
                return next;
            }
        };
    }

    private void meet(Checkpoint checkpoint, boolean fromFile) {
        Checkpoint other = (fromFile ? onlyStored : onlyKept).remove(checkpoint.number());
        if (other != null) {
            compare(fromFile ? checkpoint : other, fromFile ? other : checkpoint);
        } else if (fromFile) {
            onlyKept.put(checkpoint.number(), checkpoint);
        } else if (!keptEnded) {
            onlyStored.put(checkpoint.number(), checkpoint);
        }
    }

    private void compare(Checkpoint kept, Checkpoint stored) {
        if (first == null && !kept.equals(stored)) {
            first = new Broken(
                    kept.block(),
                    Fault.CHECKPOINT,
                    "the auditor's file has " + kept + ", the log has another of that number, " + stored
                            + "; it was restored, replaced or signed twice");
        }
    }

    /** The first difference, once both have been read. */
    Optional<Broken> difference() {
        return Optional.ofNullable(first)
                .or(() -> onlyKept.values().stream()
                        .filter(checkpoint -> !checkpoint.at().isAfter(asOf))
                        .min((a, b) -> Long.compare(a.number(), b.number()))
                        .map(checkpoint -> new Broken(
                                checkpoint.block(),
                                Fault.CHECKPOINT,
                                "the auditor's file has " + checkpoint + ", the log has none of that number")));
    }
}
