package io.holdfast.command.targeting;

import io.holdfast.actor.UserId;
import io.holdfast.command.targeting.DraftRefusedException.AnotherPersonException;
import io.holdfast.command.targeting.DraftRefusedException.DraftFullException;
import io.holdfast.command.targeting.DraftRefusedException.IllegalDraftTransitionException;
import io.holdfast.command.targeting.DraftRefusedException.OtherContentException;
import io.holdfast.targeting.DraftCommand;
import io.holdfast.targeting.DraftCommand.ApproveRuleSet;
import io.holdfast.targeting.DraftCommand.DraftRuleSet;
import io.holdfast.targeting.DraftCommand.ProposeRuleSet;
import io.holdfast.targeting.DraftCommand.RecordSimulation;
import io.holdfast.targeting.DraftCommand.RejectRuleSet;
import io.holdfast.targeting.DraftCommand.ReviseDraft;
import io.holdfast.targeting.DraftEvent;
import io.holdfast.targeting.DraftEvent.DraftRevised;
import io.holdfast.targeting.DraftEvent.DraftSimulated;
import io.holdfast.targeting.DraftEvent.RuleSetApproved;
import io.holdfast.targeting.DraftEvent.RuleSetDrafted;
import io.holdfast.targeting.DraftEvent.RuleSetProposed;
import io.holdfast.targeting.DraftEvent.RuleSetRejected;
import io.holdfast.targeting.RuleSet;
import io.holdfast.value.Sha256;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The lifecycle of a draft: its stage and the commands allowed in it. Immutable; no clock, no Axon.
 *
 * @param stage the current stage
 * @param content the digest of its content
 * @param makers the users who drafted, revised or proposed it: they cannot approve or reject it
 * @param written how much has been written to its stream
 */
public record DraftLife(DraftStage stage, Sha256 content, Set<UserId> makers, Written written) {
    public DraftLife {
        makers = Set.copyOf(makers);
    }

    /**
     * How much the stream of a draft holds. It is bounded, because the first read after a start reads all of it.
     *
     * @param contents the first content and its revisions, at most {@value #MAX_CONTENTS}
     * @param bytes of all contents together, as {@link ContentHash} counts them; at most {@value #MAX_BYTES}
     * @param simulations at most {@value #MAX_SIMULATIONS}
     */
    public record Written(int contents, long bytes, int simulations) {
        static final int MAX_CONTENTS = 20;
        static final long MAX_BYTES = 16_000_000;
        static final int MAX_SIMULATIONS = 50;

        static final Written NOTHING = new Written(0, 0, 0);

        Written with(RuleSet content) {
            return new Written(contents + 1, bytes + ContentHash.size(content), simulations);
        }

        Written withSimulation() {
            return new Written(contents, bytes, simulations + 1);
        }
    }

    /** The first event of a draft. @throws IllegalStateException for any other */
    static RuleSetDrafted first(DraftEvent event) {
        return switch (event) {
            case RuleSetDrafted drafted -> drafted;
            default -> throw new IllegalStateException("A draft begins with its content, not with " + event.getClass());
        };
    }

    /** The state after the first event. */
    static DraftLife begun(RuleSetDrafted event, @Nullable UserId by) {
        return new DraftLife(
                DraftStage.DRAFTED,
                event.contentHash(),
                by == null ? Set.of() : Set.of(by),
                Written.NOTHING.with(event.ruleSet()));
    }

    /**
     * The event that a command causes; empty when it would change nothing.
     *
     * @param by the user who sent the command
     * @throws DraftRefusedException when it is not allowed
     */
    Optional<DraftEvent> decide(DraftCommand command, UserId by, Instant now) {
        allow(command.getClass());
        return switch (command) {
            case DraftRuleSet c -> throw new DraftRefusedException.DraftExistsException(c.draft());
            case ReviseDraft c -> revised(c, now);
            case RecordSimulation c -> {
                seen(c.contentHash());
                mayBeSimulated();
                yield Optional.of(new DraftSimulated(c.draft(), content, c.result(), now));
            }
            case ProposeRuleSet c -> Optional.of(new RuleSetProposed(c.draft(), content, c.reason(), now));
            case ApproveRuleSet c -> {
                anotherPerson(by);
                seen(c.contentHash());
                yield Optional.of(new RuleSetApproved(c.draft(), content, c.reason(), now));
            }
            case RejectRuleSet c -> {
                anotherPerson(by);
                yield Optional.of(new RuleSetRejected(c.draft(), content, c.reason(), now));
            }
        };
    }

    /** The state after an event, whoever caused it. */
    DraftLife after(DraftEvent event, @Nullable UserId by) {
        return switch (event) {
            case RuleSetDrafted e -> begun(e, by);
            case DraftRevised e ->
                new DraftLife(DraftStage.DRAFTED, e.contentHash(), with(by), written.with(e.ruleSet()));
            case DraftSimulated _ -> new DraftLife(stage, content, makers, written.withSimulation());
            case RuleSetProposed _ -> new DraftLife(DraftStage.PROPOSED, content, with(by), written);
            case RuleSetApproved _ -> new DraftLife(DraftStage.APPROVED, content, makers, written);
            case RuleSetRejected _ -> new DraftLife(DraftStage.REJECTED, content, makers, written);
        };
    }

    /** The commands that this stage allows, regardless of the user. */
    public List<String> allowed() {
        return switch (stage) {
            case DRAFTED -> names(ReviseDraft.class, RecordSimulation.class, ProposeRuleSet.class);
            case PROPOSED ->
                names(ReviseDraft.class, RecordSimulation.class, ApproveRuleSet.class, RejectRuleSet.class);
            case REJECTED -> names(ReviseDraft.class);
            case APPROVED -> List.of("ActivateDraft");
        };
    }

    /** @throws IllegalDraftTransitionException unless it is approved */
    void mayBeActivated() {
        if (stage != DraftStage.APPROVED) {
            throw new IllegalDraftTransitionException(stage, "ActivateDraft", allowed());
        }
    }

    /** @throws DraftRefusedException when the result of a simulation could not be recorded */
    public void mayBeSimulated() {
        allow(RecordSimulation.class);
        if (written.simulations() >= Written.MAX_SIMULATIONS) {
            throw new DraftFullException("It was simulated " + Written.MAX_SIMULATIONS + " times already");
        }
    }

    /** Whether this stage allows the command, regardless of the user. */
    boolean allows(Class<? extends DraftCommand> command) {
        return allowed().contains(command.getSimpleName());
    }

    private void allow(Class<? extends DraftCommand> command) {
        if (command != DraftRuleSet.class && !allows(command)) {
            throw new IllegalDraftTransitionException(stage, command.getSimpleName(), allowed());
        }
    }

    /** Repeating the current content of a DRAFTED draft changes nothing. */
    private Optional<DraftEvent> revised(ReviseDraft command, Instant now) {
        Sha256 revised = ContentHash.of(command.ruleSet());
        if (revised.equals(content) && stage == DraftStage.DRAFTED) {
            return Optional.empty();
        }
        Written then = written.with(command.ruleSet());
        if (then.contents() > Written.MAX_CONTENTS) {
            throw new DraftFullException("It has had " + Written.MAX_CONTENTS + " contents already");
        }
        if (then.bytes() > Written.MAX_BYTES) {
            throw new DraftFullException("Its contents would have " + then.bytes() + " bytes together, "
                    + Written.MAX_BYTES + " are allowed");
        }
        return Optional.of(new DraftRevised(command.draft(), command.ruleSet(), revised, command.reason(), now));
    }

    private void seen(Sha256 hash) {
        if (!hash.equals(content)) {
            throw new OtherContentException(content);
        }
    }

    private void anotherPerson(UserId by) {
        if (makers.stream().anyMatch(by::mayBe)) {
            throw new AnotherPersonException(by);
        }
    }

    private Set<UserId> with(@Nullable UserId by) {
        var all = new HashSet<>(makers);
        if (by != null) {
            all.add(by);
        }
        return all;
    }

    @SafeVarargs
    private static List<String> names(Class<? extends DraftCommand>... commands) {
        return List.of(commands).stream().map(Class::getSimpleName).toList();
    }
}
