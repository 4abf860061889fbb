package io.holdfast.standalone.log;

import io.holdfast.eventstore.integrity.Checkpoint;
import io.holdfast.eventstore.integrity.Hash;
import io.holdfast.eventstore.integrity.LogHeader;
import io.holdfast.eventstore.integrity.Proof;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks that proofs, each valid on its own, belong to the same log, and that their events are in its order. */
final class ProofOrder {
    private final Map<Long, Checkpoint> checkpoints = new HashMap<>();
    private final Set<Hash> signers = new HashSet<>();
    private @Nullable Proof last;
    private @Nullable Checkpoint latest;

    /** Adds the proof of the next event, or returns what is wrong with it. */
    Optional<String> flaw(Proof proof) {
        Checkpoint checkpoint = proof.checkpoint();
        Checkpoint known = checkpoints.putIfAbsent(checkpoint.number(), checkpoint);
        if (known != null && !known.equals(checkpoint)) {
            return Optional.of("there are two different ones of checkpoint " + checkpoint.number()
                    + ": its proof is of another log, or of a log that was forked");
        }
        if (last != null && !isOfOneLog(last.headers(), proof.headers())) {
            return Optional.of(
                    "its proof is of another log, or of a log that was forked, than that of the event before it");
        }
        if (last != null && !follows(last, proof)) {
            return Optional.of("in the log of its proof it does not come after the event before it");
        }
        last = proof;
        signers.add(checkpoint.key());
        if (latest == null || checkpoint.number() > latest.number()) {
            latest = checkpoint;
        }
        return Optional.empty();
    }

    /** Each list is a hash chain, so two lists agree up to their last common block if they agree on that block. */
    private static boolean isOfOneLog(List<LogHeader> before, List<LogHeader> after) {
        long first = before.getFirst().number();
        long common = Math.min(before.getLast().number(), after.getLast().number());
        if (common >= after.getFirst().number()) {
            return common < first
                    || before.get((int) (common - first))
                            .equals(after.get((int) (common - after.getFirst().number())));
        }
        return before.getLast().number() + 1 != after.getFirst().number()
                || before.getLast().hash().equals(after.getFirst().previousHash());
    }

    private static boolean follows(Proof before, Proof after) {
        LogHeader first = before.headers().getFirst();
        LogHeader second = after.headers().getFirst();
        return first.number() == second.number()
                ? first.equals(second) && before.index() < after.index()
                : first.number() < second.number();
    }

    /** The latest checkpoint of all proofs; null without a proof. */
    @Nullable Checkpoint latest() {
        return latest;
    }

    /** The ids of the keys that signed the checkpoints. */
    Set<Hash> signers() {
        return signers;
    }
}
