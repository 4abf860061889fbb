package io.holdfast.command.targeting.web;

import io.holdfast.actor.Actor;
import io.holdfast.actor.Permission;
import io.holdfast.command.targeting.ActiveRuleSet;
import io.holdfast.command.targeting.DraftFile;
import io.holdfast.command.targeting.DraftState;
import io.holdfast.command.targeting.Drafts;
import io.holdfast.command.targeting.OpenedDraft;
import io.holdfast.command.targeting.RuleSetVersion;
import io.holdfast.command.targeting.web.RuleSetViews.DraftDetail;
import io.holdfast.command.targeting.web.RuleSetViews.DraftSummary;
import io.holdfast.command.targeting.web.RuleSetViews.Reference;
import io.holdfast.command.targeting.web.RuleSetViews.UnreadableDraft;
import io.holdfast.runtime.log.UnreadableEventException;
import io.holdfast.runtime.security.RequiresPermission;
import io.holdfast.targeting.DraftCommand.ApproveRuleSet;
import io.holdfast.targeting.DraftCommand.DraftRuleSet;
import io.holdfast.targeting.DraftCommand.ProposeRuleSet;
import io.holdfast.targeting.DraftCommand.RejectRuleSet;
import io.holdfast.targeting.DraftCommand.ReviseDraft;
import io.holdfast.targeting.DraftId;
import io.holdfast.targeting.RuleSetCommand.ActivateDraft;
import io.holdfast.targeting.RuleSetRef;
import io.holdfast.value.Check;
import io.holdfast.value.InvalidValueException;
import io.holdfast.value.Sha256;
import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Drafts of rule sets: created by one person, approved by another. */
@RestController
@RequestMapping("/api/v1/rule-sets/drafts")
class DraftsController {
    private static final int MAX_PAGE = 50;

    private final ActiveRuleSet ruleSets;
    private final Drafts drafts;
    private final RuleSetCommands commands;

    DraftsController(ActiveRuleSet ruleSets, Drafts drafts, RuleSetCommands commands) {
        this.ruleSets = ruleSets;
        this.drafts = drafts;
        this.commands = commands;
    }

    /** The content of the draft, and the grounds for it. */
    record NewDraft(RuleSetContent ruleSet, String basis) {}

    /** The new content, and the reason. */
    record Revision(RuleSetContent ruleSet, String reason) {}

    /** The digest of the content that the approver has seen, and the reason. */
    record Approval(Sha256 contentHash, String reason) {}

    /** Creates a draft. */
    @Operation(summary = "Begins a draft of a rule set")
    @PostMapping
    @RequiresPermission(Permission.CHANGE_RULE_SETS)
    ResponseEntity<DraftState> draft(@RequestBody NewDraft given, Actor actor) {
        var id = new DraftId(UUID.randomUUID().toString());
        var content = Check.present(given.ruleSet(), "ruleSet").withSeed(commands.latestSeed());
        DraftState begun = commands.send(new DraftRuleSet(id, content, given.basis()), actor);
        return ResponseEntity.created(URI.create("/api/v1/rule-sets/drafts/" + id))
                .body(begun);
    }

    /** The drafts, latest first. */
    @Operation(summary = "The drafts, the latest first")
    @GetMapping
    @RequiresPermission(Permission.READ_RULE_SETS)
    RuleSetViews.Drafts drafts(
            @RequestParam(defaultValue = "20") int limit, @RequestParam(required = false) @Nullable Integer before) {
        if (limit < 1 || limit > MAX_PAGE) {
            throw new InvalidValueException("limit", "must be between 1 and " + MAX_PAGE);
        }
        List<OpenedDraft> all = ruleSets.drafts();
        int end = before == null ? all.size() : Math.clamp(before, 0, all.size());
        int start = Math.max(0, end - limit);
        var readable = new ArrayList<DraftSummary>();
        var unreadable = new ArrayList<UnreadableDraft>();
        for (OpenedDraft draft : all.subList(start, end).reversed()) {
            try {
                DraftFile file = drafts.file(draft.id());
                readable.add(DraftSummary.of(file, version(file)));
            } catch (UnreadableEventException e) {
                unreadable.add(new UnreadableDraft(draft.id(), draft.name(), e.version(), e.type()));
            }
        }
        return new RuleSetViews.Drafts(readable, unreadable, start == 0 ? null : start);
    }

    /** One draft with its rules, its history and its latest simulation. */
    @Operation(summary = "One draft with its rules, its history and its latest simulation")
    @GetMapping("/{draft}")
    @RequiresPermission(Permission.READ_RULE_SETS)
    DraftDetail draft(@PathVariable DraftId draft) {
        DraftFile file = drafts.file(draft);
        return DraftDetail.of(file, drafts.content(draft, file.life().content()), version(file));
    }

    /** Replaces the content; a proposed or rejected draft becomes DRAFTED again. */
    @Operation(summary = "Gives the draft another content")
    @PutMapping("/{draft}")
    @RequiresPermission(Permission.CHANGE_RULE_SETS)
    DraftState revise(@PathVariable DraftId draft, @RequestBody Revision revision, Actor actor) {
        var content = Check.present(revision.ruleSet(), "ruleSet").withSeed(drafts.seed(draft));
        return commands.send(new ReviseDraft(draft, content, revision.reason()), actor);
    }

    /** Proposes the draft for approval by another person. */
    @Operation(summary = "Asks another person to approve the draft")
    @PostMapping("/{draft}/propose")
    @RequiresPermission(Permission.CHANGE_RULE_SETS)
    DraftState propose(@PathVariable DraftId draft, @RequestBody Reason why, Actor actor) {
        return commands.send(new ProposeRuleSet(existing(draft), why.text()), actor);
    }

    /** Approves the content that the approver has seen: 412 when it has changed since. */
    @Operation(summary = "Approves the draft: another person than who drafted, revised or proposed it")
    @PostMapping("/{draft}/approve")
    @RequiresPermission(Permission.CHANGE_RULE_SETS)
    DraftState approve(@PathVariable DraftId draft, @RequestBody Approval approval, Actor actor) {
        return commands.send(new ApproveRuleSet(existing(draft), approval.contentHash(), approval.reason()), actor);
    }

    /** Rejects the draft: sends it back to its makers. */
    @Operation(summary = "Sends the draft back to those who made it")
    @PostMapping("/{draft}/reject")
    @RequiresPermission(Permission.CHANGE_RULE_SETS)
    DraftState reject(@PathVariable DraftId draft, @RequestBody Reason why, Actor actor) {
        return commands.send(new RejectRuleSet(existing(draft), why.text()), actor);
    }

    /** Makes the approved draft a version, unless it is one already, and activates it. */
    @Operation(summary = "Lets an approved draft decide from now on, as the next version")
    @PostMapping("/{draft}/activate")
    @RequiresPermission(Permission.CHANGE_RULE_SETS)
    Reference activate(@PathVariable DraftId draft, @RequestBody Reason why, Actor actor) {
        RuleSetRef active = commands.send(new ActivateDraft(draft, why.text()), actor);
        return new Reference(active.version(), active.contentHash());
    }

    /** Checked here because the aggregate would only report that the stream does not exist. */
    private DraftId existing(DraftId draft) {
        return drafts.file(draft).id();
    }

    private @Nullable Integer version(DraftFile file) {
        return ruleSets.versions().stream()
                .filter(version -> file.id().equals(version.draft()))
                .map(RuleSetVersion::ref)
                .map(RuleSetRef::version)
                .findFirst()
                .orElse(null);
    }
}
