package io.holdfast.eventstore.append;

import java.util.Random;
import org.axonframework.modelling.command.ConcurrencyException;

/** Plausible mistakes in the protocol, or in the layer below it. */
enum PlantedBug {
    NONE,
    REBUILDS_ON_AN_UNCOMMITTED_HEAD,
    RETRIES_WITH_A_NEW_ID,
    TAKES_ABSENT_FOR_FAILED,
    TAKES_NO_ANSWER_FOR_FAILED,
    TAKES_A_DUPLICATE_FOR_ITS_OWN,
    FAILS_THE_NEIGHBOURS_OF_A_CONFLICT,
    ACKNOWLEDGES_BEFORE_THE_MAJORITY,
    STREAMS_WHAT_THE_MAJORITY_HAS_NOT;

    /** The protocol with this bug, if the bug is in the protocol. */
    CommitterProtocol protocol(Random random, CommitterProtocol.Listener listener) {
        return new Buggy(this, random, listener);
    }

    private static final class Buggy extends CommitterProtocol {
        private final PlantedBug bug;

        Buggy(PlantedBug bug, Random random, Listener listener) {
            super(
                    new BlockLimits(4, 1 << 20, 4096, 1 << 20),
                    (cause, event) -> new ConcurrencyException(event.key, cause),
                    random,
                    listener);
            this.bug = bug;
        }

        @Override
        Step resend(Draft draft) {
            if (bug == TAKES_NO_ANSWER_FOR_FAILED) {
                return fail(draft);
            }
            Step step = super.resend(draft);
            return bug == RETRIES_WITH_A_NEW_ID && step instanceof Step.Pause
                    ? pauseThen(new Step.Insert(new Draft(draft.previous, draft.commits, uuid())))
                    : step;
        }

        @Override
        Step onReadBack(Draft draft, Outcome outcome) {
            return bug == TAKES_A_DUPLICATE_FOR_ITS_OWN && outcome instanceof Outcome.BlockFound
                    ? super.onReadBack(draft, new Outcome.BlockFound(draft.header))
                    : super.onReadBack(draft, outcome);
        }

        @Override
        Step onConflicts(Draft draft, Outcome outcome) {
            boolean absent = outcome instanceof Outcome.ConflictsFound found
                    && found.keys().isEmpty()
                    && found.ids().isEmpty();
            return bug == TAKES_ABSENT_FOR_FAILED && absent ? fail(draft) : super.onConflicts(draft, outcome);
        }

        private Step fail(Draft draft) {
            draft.commits.forEach(commit -> reject(commit, commit.events.getFirst()));
            dead(draft);
            return new Step.FindHead(draft.previous.number());
        }

        @Override
        void rejectIfHit(Commit commit, Outcome.ConflictsFound found) {
            if (bug == FAILS_THE_NEIGHBOURS_OF_A_CONFLICT) {
                reject(commit, commit.events.getFirst());
            } else {
                super.rejectIfHit(commit, found);
            }
        }
    }
}
