package io.holdfast.command.targeting;

import io.holdfast.actor.UserId;
import io.holdfast.targeting.DraftId;
import io.holdfast.value.Sha256;
import java.util.List;

/** A command on a draft or a version of the rule set was refused. */
public abstract sealed class DraftRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private DraftRefusedException(String message) {
        super(message, null, false, false);
    }

    /** No draft has this id. */
    public static final class NoSuchDraftException extends DraftRefusedException {
        private static final long serialVersionUID = 1L;

        public NoSuchDraftException(DraftId draft) {
            super("There is no draft " + draft);
        }
    }

    /** A draft with this id already exists. */
    public static final class DraftExistsException extends DraftRefusedException {
        private static final long serialVersionUID = 1L;

        DraftExistsException(DraftId draft) {
            super("There is a draft " + draft + " already");
        }
    }

    /** The stage of the draft does not allow the command. */
    public static final class IllegalDraftTransitionException extends DraftRefusedException {
        private static final long serialVersionUID = 1L;

        private final DraftStage stage;
        private final transient List<String> allowed;

        IllegalDraftTransitionException(DraftStage stage, String command, List<String> allowed) {
            super(command + " is not allowed: the draft is " + stage);
            this.stage = stage;
            this.allowed = List.copyOf(allowed);
        }

        /** The current stage of the draft. */
        public DraftStage stage() {
            return stage;
        }

        /** Names of the commands that are allowed now. */
        public List<String> allowed() {
            return allowed;
        }
    }

    /** The content has changed since the caller saw it. */
    public static final class OtherContentException extends DraftRefusedException {
        private static final long serialVersionUID = 1L;

        private final transient Sha256 actual;

        OtherContentException(Sha256 actual) {
            super("The draft has been revised: its content is now " + actual);
            this.actual = actual;
        }

        /** The digest of the current content. */
        public Sha256 actual() {
            return actual;
        }
    }

    /** The draft has reached its limit: a new one has to be created. */
    public static final class DraftFullException extends DraftRefusedException {
        private static final long serialVersionUID = 1L;

        DraftFullException(String message) {
            super(message + ": begin a new draft");
        }
    }

    /** The series of rule sets has reached its limit for this kind of entry. */
    public static final class SeriesFullException extends DraftRefusedException {
        private static final long serialVersionUID = 1L;

        SeriesFullException(String message) {
            super(message);
        }
    }

    /** Four eyes: the person who made it cannot decide on it. */
    public static final class AnotherPersonException extends DraftRefusedException {
        private static final long serialVersionUID = 1L;

        AnotherPersonException(UserId maker) {
            super("It comes from " + maker + " too, so another person must decide");
        }
    }

    /** The version is retired, or is the active one and cannot be retired. */
    public static final class RuleSetVersionActiveException extends DraftRefusedException {
        private static final long serialVersionUID = 1L;

        RuleSetVersionActiveException(String message) {
            super(message);
        }
    }
}
