package io.holdfast.command.simulation.web;

import io.holdfast.actor.Actor;
import io.holdfast.actor.Permission;
import io.holdfast.command.simulation.Simulation;
import io.holdfast.command.simulation.Simulations;
import io.holdfast.runtime.limits.Places;
import io.holdfast.runtime.security.RequiresPermission;
import io.holdfast.runtime.web.CorrelationId;
import io.holdfast.targeting.DraftId;
import io.holdfast.value.Check;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Starts, shows and cancels simulations of a draft. */
@RestController
@RequestMapping("/api/v1/rule-sets/drafts/{draft}/simulations")
class SimulationController {
    private final Simulations simulations;
    private final Places listeners;

    /** @param most the most clients that may follow progress at once, half of them of one caller */
    SimulationController(Simulations simulations, @Value("${holdfast.simulation.max-listeners:100}") int most) {
        this.simulations = simulations;
        this.listeners = new Places(most, Duration.ZERO, "streams of progress");
    }

    /** Selects the declarations made between two days, both included. */
    @Schema(example = "{\"from\": \"2026-01-01\", \"to\": \"2026-06-30\"}")
    record Period(@Nullable LocalDate from, @Nullable LocalDate to) {}

    /** Starts a replay: 202 with its address. */
    @Operation(summary = "Replays a period of history over the draft, beside the active version")
    @PostMapping
    @RequiresPermission(Permission.CHANGE_RULE_SETS)
    ResponseEntity<SimulationView> start(@PathVariable DraftId draft, @RequestBody Period period, Actor actor) {
        Simulation begun = simulations.start(
                draft,
                Check.present(period.from(), "from"),
                Check.present(period.to(), "to"),
                actor,
                CorrelationId.current());
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/rule-sets/drafts/" + draft + "/simulations/" + begun.id()))
                .body(SimulationView.of(begun));
    }

    /** The progress and the result. */
    @Operation(summary = "How far a simulation is, and what it found")
    @GetMapping("/{simulation}")
    @RequiresPermission(Permission.READ_RULE_SETS)
    SimulationView simulation(@PathVariable DraftId draft, @PathVariable String simulation) {
        return SimulationView.of(simulations.find(draft, simulation));
    }

    /** The progress as a stream that ends with the simulation. */
    @Operation(summary = "Progress of a simulation as Server-Sent Events, until it is over")
    @GetMapping(path = "/{simulation}/progress", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @RequiresPermission(Permission.READ_RULE_SETS)
    SseEmitter progress(@PathVariable DraftId draft, @PathVariable String simulation, HttpServletRequest request) {
        Simulation found = simulations.find(draft, simulation);
        return ProgressStream.of(found, listeners.take(request));
    }

    /** Cancels it; one that has ended stays as it is. */
    @Operation(summary = "Stops a simulation")
    @DeleteMapping("/{simulation}")
    @RequiresPermission(Permission.CHANGE_RULE_SETS)
    SimulationView cancel(@PathVariable DraftId draft, @PathVariable String simulation) {
        return SimulationView.of(simulations.cancel(draft, simulation));
    }
}
