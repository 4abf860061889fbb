package io.holdfast.command.retuning.web;

import io.holdfast.actor.Actor;
import io.holdfast.actor.Permission;
import io.holdfast.command.retuning.DraftedProposal;
import io.holdfast.command.retuning.Explanation;
import io.holdfast.command.retuning.Retuning;
import io.holdfast.command.retuning.RetuningService;
import io.holdfast.runtime.security.RequiresPermission;
import io.holdfast.targeting.DraftId;
import io.holdfast.targeting.ExamCapacity;
import io.holdfast.value.Check;
import io.holdfast.value.Sha256;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Creates drafts that are fitted to outcomes. */
@RestController
@RequestMapping("/api/v1/rule-sets/retunings")
class RetuningController {
    private final RetuningService retunings;

    RetuningController(RetuningService retunings) {
        this.retunings = retunings;
    }

    /**
     * What to fit.
     *
     * @param from the first day whose outcomes count
     * @param to the last day
     * @param capacityShare the share of all shipments that can be examined; either this or {@code capacity}
     * @param capacity what each port can examine in a day
     * @param randomPart the part of the exams that is drawn at random; a tenth when null
     * @param fields the fields to group by; the usual ones when null
     */
    @Schema(example = "{\"from\": \"2026-01-01\", \"to\": \"2026-06-30\", \"capacityShare\": 0.05}")
    record RetuningRequest(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Double capacityShare,
            @Nullable ExamCapacity capacity,
            @Nullable Double randomPart,
            @Nullable List<String> fields) {
        Retuning asked() {
            double part = Objects.requireNonNullElse(randomPart, Retuning.USUAL_RANDOM_PART);
            return new Retuning(
                    Check.present(from, "from"), Check.present(to, "to"), capacityShare, capacity, part, fields);
        }
    }

    /** The new draft, and why it was proposed. */
    record Retuned(DraftId draft, Sha256 contentHash, Explanation explanation) {}

    /**
     * Fits a draft to known outcomes; it has no effect until one person proposes it, another approves it and it is
     * activated.
     */
    @Operation(summary = "Fits a draft of the rule set to known outcomes")
    @PostMapping
    @RequiresPermission(Permission.CHANGE_RULE_SETS)
    ResponseEntity<Retuned> retune(@RequestBody RetuningRequest request, Actor actor) {
        DraftedProposal drafted = retunings.draft(request.asked(), actor);
        return ResponseEntity.created(URI.create("/api/v1/rule-sets/drafts/" + drafted.draft()))
                .body(new Retuned(drafted.draft(), drafted.contentHash(), drafted.explanation()));
    }
}
