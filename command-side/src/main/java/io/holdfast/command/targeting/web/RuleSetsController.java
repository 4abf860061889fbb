package io.holdfast.command.targeting.web;

import io.holdfast.actor.Actor;
import io.holdfast.actor.Permission;
import io.holdfast.command.targeting.ActiveRuleSet;
import io.holdfast.command.targeting.NoSuchRuleSetException;
import io.holdfast.command.targeting.Published;
import io.holdfast.command.targeting.RuleSetVersion;
import io.holdfast.command.targeting.web.RuleSetViews.Detail;
import io.holdfast.command.targeting.web.RuleSetViews.Page;
import io.holdfast.command.targeting.web.RuleSetViews.Reference;
import io.holdfast.command.targeting.web.RuleSetViews.Summary;
import io.holdfast.runtime.security.RequiresPermission;
import io.holdfast.targeting.RuleSet;
import io.holdfast.targeting.RuleSetCommand.ActivateRuleSet;
import io.holdfast.targeting.RuleSetCommand.PublishRuleSet;
import io.holdfast.targeting.RuleSetCommand.RetireRuleSet;
import io.holdfast.targeting.RuleSetRef;
import io.holdfast.value.InvalidValueException;
import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Publishes, shows, activates and retires versions of the rule set. */
@RestController
@RequestMapping("/api/v1/rule-sets")
class RuleSetsController {
    private static final int MAX_PAGE = 200;

    private final ActiveRuleSet ruleSets;
    private final RuleSetCommands commands;

    RuleSetsController(ActiveRuleSet ruleSets, RuleSetCommands commands) {
        this.ruleSets = ruleSets;
        this.commands = commands;
    }

    /** Publishes the next version: 201, or 200 when the latest version already has this content. */
    @Operation(summary = "Publishes the next version of the rule set")
    @PostMapping
    @RequiresPermission(Permission.CHANGE_RULE_SETS)
    ResponseEntity<Reference> publish(@RequestBody RuleSetContent content, Actor actor) {
        Published published = commands.send(new PublishRuleSet(content.withSeed(commands.latestSeed())), actor);
        Reference reference = reference(published.ref());
        return ResponseEntity.status(published.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
                .location(URI.create("/api/v1/rule-sets/" + reference.version()))
                .body(reference);
    }

    /** The versions, latest first. */
    @Operation(summary = "The versions, the latest first")
    @GetMapping
    @RequiresPermission(Permission.READ_RULE_SETS)
    Page versions(
            @RequestParam(defaultValue = "50") int limit, @RequestParam(required = false) @Nullable Integer before) {
        if (limit < 1 || limit > MAX_PAGE) {
            throw new InvalidValueException("limit", "must be between 1 and " + MAX_PAGE);
        }
        List<Summary> found = ruleSets.versions().reversed().stream()
                .filter(version -> before == null || version.ref().version() < before)
                .limit(limit)
                .map(Summary::of)
                .toList();
        boolean more = !found.isEmpty() && found.getLast().version() > 1;
        return new Page(found, more ? found.getLast().version() : null);
    }

    /** One version with its rules. */
    @Operation(summary = "One version with its rules")
    @GetMapping("/{version}")
    @RequiresPermission(Permission.READ_RULE_SETS)
    Detail version(@PathVariable int version) {
        RuleSetVersion found = ruleSets.version(version);
        RuleSet content = ruleSets.content(found);
        return new Detail(
                Summary.of(found),
                content.threshold(),
                content.randomShare(),
                content.rules(),
                content.profiles(),
                content.capacity(),
                found.active() ? ruleSets.evaluationFailures() : null);
    }

    /** Activates a version; repeating this for the active version changes nothing. */
    @Operation(summary = "Lets a version decide from now on: another person than who published it")
    @PostMapping("/{version}/activate")
    @RequiresPermission(Permission.CHANGE_RULE_SETS)
    Reference activate(@PathVariable int version, @RequestBody Reason why, Actor actor) {
        return reference(commands.send(new ActivateRuleSet(existing(version), why.text()), actor));
    }

    /** Retires a version for good; repeating this for a retired version changes nothing. */
    @Operation(summary = "Takes a version out of use for good; not the one that decides")
    @PostMapping("/{version}/retire")
    @RequiresPermission(Permission.CHANGE_RULE_SETS)
    Reference retire(@PathVariable int version, @RequestBody Reason why, Actor actor) {
        return reference(commands.send(new RetireRuleSet(existing(version), why.text()), actor));
    }

    private static int existing(int version) {
        if (version < 1) {
            throw new NoSuchRuleSetException(version);
        }
        return version;
    }

    private static Reference reference(RuleSetRef ref) {
        return new Reference(ref.version(), ref.contentHash());
    }
}
