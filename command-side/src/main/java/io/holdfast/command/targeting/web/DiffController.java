package io.holdfast.command.targeting.web;

import io.holdfast.actor.Permission;
import io.holdfast.command.targeting.ActiveRuleSet;
import io.holdfast.command.targeting.DraftFile;
import io.holdfast.command.targeting.Drafts;
import io.holdfast.command.targeting.NoActiveRuleSetException;
import io.holdfast.command.targeting.RuleSetDiff;
import io.holdfast.runtime.security.RequiresPermission;
import io.holdfast.targeting.DraftId;
import io.holdfast.targeting.RuleSet;
import io.swagger.v3.oas.annotations.Operation;
import java.util.regex.Pattern;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Compares two rule sets. */
@RestController
@RequestMapping("/api/v1/rule-sets")
class DiffController {
    private static final Pattern VERSION = Pattern.compile("[0-9]{1,9}");
    private static final String ACTIVE = "active";

    private final ActiveRuleSet ruleSets;
    private final Drafts drafts;

    DiffController(ActiveRuleSet ruleSets, Drafts drafts) {
        this.ruleSets = ruleSets;
        this.drafts = drafts;
    }

    /** Each side is a version number, {@code active} for the active version, or the id of a draft. */
    @Operation(summary = "What changes from one rule set to another: a version, active, or a draft")
    @GetMapping("/{from}/diff/{to}")
    @RequiresPermission(Permission.READ_RULE_SETS)
    RuleSetDiff diff(@PathVariable String from, @PathVariable String to) {
        return RuleSetDiff.between(content(from), content(to));
    }

    private RuleSet content(String side) {
        if (side.equals(ACTIVE)) {
            return ruleSets.content(ruleSets.active().orElseThrow(NoActiveRuleSetException::new));
        }
        if (VERSION.matcher(side).matches()) {
            return ruleSets.content(ruleSets.version(Integer.parseInt(side)));
        }
        DraftFile file = drafts.file(new DraftId(side));
        return drafts.content(file.id(), file.life().content());
    }
}
