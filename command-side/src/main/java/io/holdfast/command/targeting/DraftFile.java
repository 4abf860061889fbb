package io.holdfast.command.targeting;

import io.holdfast.actor.UserId;
import io.holdfast.targeting.DraftEvent;
import io.holdfast.targeting.DraftEvent.DraftRevised;
import io.holdfast.targeting.DraftEvent.DraftSimulated;
import io.holdfast.targeting.DraftEvent.RuleSetApproved;
import io.holdfast.targeting.DraftEvent.RuleSetDrafted;
import io.holdfast.targeting.DraftEvent.RuleSetProposed;
import io.holdfast.targeting.DraftEvent.RuleSetRejected;
import io.holdfast.targeting.DraftId;
import io.holdfast.targeting.RuleSet;
import io.holdfast.targeting.SimulationResult;
import io.holdfast.value.Sha256;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The state of a draft, folded from its events without its content. Immutable.
 *
 * @param id the draft
 * @param life its stage and limits
 * @param name the name that targeting staff gave it
 * @param rules the number of rules
 * @param profiles the number of risk profiles
 * @param basis the grounds on which it was drafted
 * @param steps what happened to it, the latest {@value #MAX_STEPS}
 * @param simulation the result of the latest simulation of this content, if there was one
 */
public record DraftFile(
        DraftId id,
        DraftLife life,
        String name,
        int rules,
        int profiles,
        String basis,
        List<Step> steps,
        @Nullable Simulated simulation) {
    public static final int MAX_STEPS = 200;

    public DraftFile {
        steps = List.copyOf(steps);
    }

    /** Something that happened to the draft. */
    public record Step(
            Kind kind,
            Instant at,
            @Nullable String by,
            @Nullable String reason,
            Sha256 contentHash) {}

    /** The kinds of steps. */
    public enum Kind {
        DRAFTED,
        REVISED,
        SIMULATED,
        PROPOSED,
        APPROVED,
        REJECTED
    }

    /** A simulation of the draft's current content. */
    public record Simulated(Instant at, @Nullable String by, SimulationResult result) {}

    /** Its approximate size in memory, in bytes. */
    int bytes() {
        long bytes = 2000 + 2L * basis.length();
        for (Step step : steps) {
            String reason = step.reason();
            bytes += 200 + (reason == null ? 0 : 2L * reason.length());
        }
        if (simulation != null) {
            for (SimulationResult.PortLoad port : simulation.result().ports()) {
                bytes += 300
                        + 20L
                                * (port.draft().perDay().size()
                                        + port.active().perDay().size());
            }
        }
        return (int) Math.min(Integer.MAX_VALUE, bytes);
    }

    static DraftFile begun(RuleSetDrafted event, @Nullable String by) {
        RuleSet content = event.ruleSet();
        return new DraftFile(
                event.draft(),
                DraftLife.begun(event, by == null ? null : new UserId(by)),
                content.name(),
                content.rules().size(),
                content.profiles().size(),
                event.grounds(),
                List.of(new Step(Kind.DRAFTED, event.at(), by, null, event.contentHash())),
                null);
    }

    DraftFile after(DraftEvent event, @Nullable String by) {
        DraftLife next = life.after(event, by == null ? null : new UserId(by));
        return switch (event) {
            case RuleSetDrafted _ -> throw new IllegalStateException("A draft is begun once");
            case DraftRevised e ->
                new DraftFile(
                        id,
                        next,
                        e.ruleSet().name(),
                        e.ruleSet().rules().size(),
                        e.ruleSet().profiles().size(),
                        basis,
                        with(Kind.REVISED, e.at(), by, e.reason(), next),
                        null);
            case DraftSimulated e ->
                with(next, with(Kind.SIMULATED, e.at(), by, null, next), new Simulated(e.at(), by, e.result()));
            case RuleSetProposed e -> with(next, with(Kind.PROPOSED, e.at(), by, e.reason(), next), simulation);
            case RuleSetApproved e -> with(next, with(Kind.APPROVED, e.at(), by, e.reason(), next), simulation);
            case RuleSetRejected e -> with(next, with(Kind.REJECTED, e.at(), by, e.reason(), next), simulation);
        };
    }

    private DraftFile with(DraftLife next, List<Step> after, @Nullable Simulated found) {
        return new DraftFile(id, next, name, rules, profiles, basis, after, found);
    }

    private List<Step> with(Kind kind, Instant at, @Nullable String by, @Nullable String reason, DraftLife next) {
        var all = new ArrayList<>(steps.subList(Math.max(0, steps.size() - MAX_STEPS + 1), steps.size()));
        all.add(new Step(kind, at, by, reason, next.content()));
        return all;
    }
}
