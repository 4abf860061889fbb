package io.holdfast.command.simulation.web;

import io.holdfast.command.simulation.Simulation;
import io.holdfast.targeting.DraftId;
import io.holdfast.targeting.SimulationResult;
import io.holdfast.value.Sha256;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A simulation as an HTTP response.
 *
 * @param screened the number of declarations screened so far
 * @param share the share of the log that was read, 0 to 1
 * @param result null until it is done
 * @param failure why it failed
 */
record SimulationView(
        String simulation,
        DraftId draft,
        Sha256 contentHash,
        LocalDate from,
        LocalDate to,
        Simulation.State state,
        long screened,
        double share,
        @Nullable SimulationResult result,
        @Nullable String failure) {

    static SimulationView of(Simulation simulation) {
        return of(simulation, simulation.progress());
    }

    static SimulationView of(Simulation simulation, Simulation.Progress progress) {
        return new SimulationView(
                simulation.id(),
                simulation.draft(),
                simulation.contentHash(),
                simulation.from(),
                simulation.to(),
                progress.state(),
                progress.screened(),
                progress.share(),
                progress.result(),
                progress.failure());
    }
}
