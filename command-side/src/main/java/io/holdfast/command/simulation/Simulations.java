package io.holdfast.command.simulation;

import io.holdfast.actor.Actor;
import io.holdfast.actor.PortScope;
import io.holdfast.command.queryside.OutcomePages;
import io.holdfast.command.queryside.QuerySide;
import io.holdfast.command.queryside.QuerySideUnreachableException;
import io.holdfast.command.simulation.SimulationRefusedException.EveryPortRequiredException;
import io.holdfast.command.simulation.SimulationRefusedException.NoSuchSimulationException;
import io.holdfast.command.simulation.SimulationRefusedException.TooManySimulationsException;
import io.holdfast.command.targeting.ActiveRuleSet;
import io.holdfast.command.targeting.DraftFile;
import io.holdfast.command.targeting.DraftRefusedException;
import io.holdfast.command.targeting.Drafts;
import io.holdfast.command.targeting.NoActiveRuleSetException;
import io.holdfast.command.targeting.RuleSetScreeners;
import io.holdfast.command.targeting.RuleSetVersion;
import io.holdfast.query.FindOutcomes;
import io.holdfast.query.LabelledShipment;
import io.holdfast.runtime.security.ActorMetaData;
import io.holdfast.targeting.DraftCommand.RecordSimulation;
import io.holdfast.targeting.DraftId;
import io.holdfast.targeting.RuleSet;
import io.holdfast.targeting.RuleSetRef;
import io.holdfast.targeting.SimulationResult;
import io.holdfast.value.InvalidValueException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The simulations of this instance. They run one at a time, on a thread of the lowest priority so that intake is not
 * held up; the latest {@value #REMEMBERED} are remembered. The result is recorded with the draft, in the event log.
 */
public final class Simulations implements AutoCloseable {
    static final int MOST = 8;
    static final int MAX_DAYS = 1100;
    private static final int REMEMBERED = 20;
    private static final int SECONDS = 30;
    private static final Logger LOG = LoggerFactory.getLogger(Simulations.class);

    private final QuerySide querySide;
    private final ActiveRuleSet ruleSets;
    private final Drafts drafts;
    private final CommandGateway commands;
    private final Map<String, Entry> known = new LinkedHashMap<>();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(Thread.ofPlatform()
            .name("simulation")
            .daemon()
            .priority(Thread.MIN_PRIORITY)
            .factory());

    private record Entry(Simulation simulation, Future<?> run) {}

    /** @param correlationId of the request that started it */
    private record Run(Simulation simulation, OutcomePages pages, Actor actor, String correlationId) {}

    Simulations(QuerySide querySide, ActiveRuleSet ruleSets, Drafts drafts, CommandGateway commands) {
        this.querySide = querySide;
        this.ruleSets = ruleSets;
        this.drafts = drafts;
        this.commands = commands;
    }

    /**
     * Starts to replay the declarations of a period with a draft.
     *
     * @throws DraftRefusedException for a draft that does not exist, or that is rejected or approved
     * @throws InvalidValueException for a period that ends before it begins or is longer than {@value #MAX_DAYS} days
     * @throws SimulationRefusedException when the actor does not see every port, or too many simulations are running or
     *     waiting
     */
    public Simulation start(DraftId draft, LocalDate from, LocalDate to, Actor actor, String correlationId) {
        check(from, to);
        if (!(actor.scope() instanceof PortScope.All)) {
            throw new EveryPortRequiredException();
        }
        DraftFile file = drafts.file(draft);
        file.life().mayBeSimulated();
        var simulation = new Simulation(draft, file.life().content(), from, to);
        var run = new Run(simulation, querySide.outcomes(actor), actor, correlationId);
        synchronized (known) {
            forgetOldest();
            known.put(simulation.id(), new Entry(simulation, thread.submit(() -> run(run))));
        }
        return simulation;
    }

    /** @throws NoSuchSimulationException when it belongs to another draft, or this instance does not know it */
    public Simulation find(DraftId draft, String id) {
        return entry(draft, id).simulation();
    }

    /** Cancels it, whether it is waiting or running; one that has ended stays as it is. */
    public Simulation cancel(DraftId draft, String id) {
        Entry entry = entry(draft, id);
        if (entry.simulation().cancel()) {
            entry.run().cancel(true);
        }
        return entry.simulation();
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private Entry entry(DraftId draft, String id) {
        synchronized (known) {
            Entry entry = known.get(id);
            if (entry == null || !entry.simulation().draft().equals(draft)) {
                throw new NoSuchSimulationException(id);
            }
            return entry;
        }
    }

    private void forgetOldest() {
        long open = known.values().stream()
                .filter(entry -> !entry.simulation().progress().state().isLast())
                .count();
        if (open >= MOST) {
            throw new TooManySimulationsException(MOST);
        }
        var entries = known.values().iterator();
        while (known.size() >= REMEMBERED && entries.hasNext()) {
            if (entries.next().simulation().progress().state().isLast()) {
                entries.remove();
            }
        }
    }

    private static void check(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            throw new InvalidValueException("to", "must not be before from");
        }
        if (to.toEpochDay() - from.toEpochDay() >= MAX_DAYS) {
            throw new InvalidValueException("to", "must be less than " + MAX_DAYS + " days after from");
        }
    }

    /** A failure ends the simulation, never the thread. */
    private void run(Run run) {
        Simulation simulation = run.simulation();
        try {
            simulation.screened(0, 0);
            SimulationResult result = replay(run);
            var command = new RecordSimulation(simulation.draft(), simulation.contentHash(), result);
            commands.sendAndWait(
                    new GenericCommandMessage<>(command, ActorMetaData.of(run.actor(), run.correlationId())),
                    SECONDS,
                    TimeUnit.SECONDS);
            simulation.done(result.declarations(), result);
        } catch (CancellationException cancelled) {
            LOG.info("Simulation {} was cancelled", simulation.id());
        } catch (QuerySideUnreachableException | DraftRefusedException | NoActiveRuleSetException refused) {
            simulation.failed(String.valueOf(refused.getMessage()));
        } catch (RuntimeException unforeseen) {
            if (simulation.progress().state().isLast()) {
                return; // It was cancelled; the failure comes from the interruption.
            }
            LOG.error("Simulation {} failed", simulation.id(), unforeseen);
            simulation.failed("It failed; the log of the instance says why");
        }
    }

    private SimulationResult replay(Run run) {
        Simulation simulation = run.simulation();
        RuleSetVersion active = ruleSets.active().orElseThrow(NoActiveRuleSetException::new);
        RuleSet content = drafts.content(simulation.draft(), simulation.contentHash());
        var draftRef = new RuleSetRef(active.ref().version(), simulation.contentHash());
        var replay = new Replay(
                simulation.from(),
                simulation.to(),
                RuleSetScreeners.of(draftRef, content),
                RuleSetScreeners.of(active.ref(), ruleSets.content(active)));
        var period = new FindOutcomes.Filter(simulation.from(), simulation.to(), null, null, false, null);
        Long after = FindOutcomes.FROM_THE_BEGINNING;
        while (after != null) {
            FindOutcomes.Page page = run.pages().page(period, after);
            for (LabelledShipment shipment : page.items()) {
                replay.add(shipment);
            }
            after = page.next();
            double share = after == null ? 1 : (double) after / Math.max(after, page.position());
            simulation.screened(replay.declarations(), share);
        }
        return replay.result(active.ref(), content.capacity());
    }
}
