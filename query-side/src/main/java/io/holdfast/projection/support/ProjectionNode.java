package io.holdfast.projection.support;

import io.holdfast.projection.support.ProjectionRegister.Entry;
import io.holdfast.projection.support.ProjectionRegister.Rebuild;
import io.holdfast.runtime.log.LogHistory;
import io.holdfast.runtime.log.UnreadEvents;
import io.holdfast.runtime.ops.RecurringTrouble;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs all projections on this node. It checks the register regularly and runs what it lists: the live generation, and
 * the generation that a rebuild fills. No node owns a rebuild: all nodes take part, so it survives the loss of any of
 * them.
 */
public final class ProjectionNode implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ProjectionNode.class);

    private final Map<String, Projection> projections = new TreeMap<>();
    private final ProjectionRegister register;
    private final ProcessorResources resources;
    private final LogHistory history;
    private final ReplacedLogs departures;
    private final Positions positions;
    private final ParkedRetry retry;
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();
    private final Map<Generation, GenerationProcessor> processors = new ConcurrentHashMap<>();
    private final Map<Generation, Map<Integer, Long>> published = new ConcurrentHashMap<>();
    private long headBefore = Long.MAX_VALUE;
    private @Nullable ScheduledExecutorService watch;
    private volatile boolean started;
    private boolean closed;

    ProjectionNode(List<? extends Projection> projections, ProcessorResources resources) {
        projections.forEach(p -> {
            if (this.projections.put(p.name(), p) != null) {
                throw new IllegalArgumentException("Two projections are named " + p.name());
            }
        });
        register = resources.storage().register();
        this.resources = resources;
        history = new LogHistory(resources.log());
        departures = new ReplacedLogs(history, resources.storage().tokens());
        positions = new Positions(resources.storage().tokens());
        retry = new ParkedRetry(resources);
    }

    /** Starts every projection. Fails if the database cannot be reached. */
    public synchronized void start() {
        beat();
        projections.values().forEach(this::reconcile);
        watch = ProcessorResources.threads(1, "projection-watch-");
        repeat(watch, resources.properties().watchInterval().toMillis(), "looking for rebuilds", this::look);
        repeat(watch, resources.properties().publishInterval().toMillis(), "telling positions", this::publish);
        repeat(watch, resources.properties().lease().toMillis() / 4, "telling that this node lives", this::beat);
        started = true;
    }

    private static void repeat(ScheduledExecutorService watch, long millis, String what, Runnable task) {
        var trouble = new RecurringTrouble(LOG, "Projections, " + what);
        watch.scheduleWithFixedDelay(
                () -> {
                    try {
                        task.run();
                        trouble.isOver();
                    } catch (RuntimeException passing) {
                        // The database is unavailable or a processor does not start: the next run tries again.
                        trouble.is(passing);
                    }
                },
                millis,
                millis,
                TimeUnit.MILLISECONDS);
    }

    /** Stops every projection and waits until the segments are free for other nodes. */
    @Override
    public synchronized void close() {
        started = false;
        closed = true;
        if (watch != null) {
            watch.shutdown();
        }
        var stopping =
                processors.values().stream().map(GenerationProcessor::stop).toList();
        try {
            CompletableFuture.allOf(stopping.toArray(CompletableFuture[]::new))
                    .orTimeout(20, TimeUnit.SECONDS)
                    .join();
        } catch (java.util.concurrent.CompletionException late) {
            LOG.warn("Projections did not come to rest: {}", String.valueOf(late.getCause()));
        }
        processors.clear();
        leave();
        resources.close();
    }

    private void leave() {
        try {
            resources.storage().tokens().leave();
        } catch (RuntimeException unreachable) {
            // The other nodes notice when the lease expires.
            LOG.warn("This node could not say that it stops: {}", unreachable.toString());
        }
    }

    /** Whether every projection is running on this node. */
    public boolean running() {
        return started
                && projections.values().stream()
                        .allMatch(p ->
                                live(p.name()).map(GenerationProcessor::running).orElse(false));
    }

    /** The names of all projections. */
    public List<String> names() {
        return List.copyOf(projections.keySet());
    }

    /** @throws UnknownProjectionException when there is no such projection */
    Projection projection(String name) {
        return Optional.ofNullable(projections.get(name)).orElseThrow(() -> new UnknownProjectionException(name));
    }

    Entry entry(String name) {
        Projection projection = projection(name);
        return entries.computeIfAbsent(projection.name(), register::entry);
    }

    /** The generation that answers queries now. */
    public Generation liveGeneration(String name) {
        return entry(name).live();
    }

    /** The position that the projection has reached; -1 before the first event. */
    public long position(String name) {
        return position(liveGeneration(name));
    }

    long position(Generation generation) {
        GenerationProcessor own = processors.get(generation);
        return positions.of(generation, own == null ? Map.of() : own.positions());
    }

    /** Why a generation does not match this log; empty if it does. */
    public Optional<String> departure(Generation generation) {
        return departures.of(generation);
    }

    Optional<GenerationProcessor> processor(Generation generation) {
        return Optional.ofNullable(processors.get(generation));
    }

    private Optional<GenerationProcessor> live(String name) {
        return Optional.ofNullable(entries.get(name)).flatMap(e -> processor(e.live()));
    }

    /**
     * Starts a rebuild: fills a new generation while the live one keeps answering.
     *
     * @throws RebuildUnderWayException if one is already running
     */
    public Rebuild rebuild(String name, String by) {
        Projection projection = projection(name);
        entry(name);
        Rebuild rebuild = register.begin(name, by, resources.clock().instant(), history.head())
                .orElseThrow(() -> new RebuildUnderWayException(name));
        LOG.info(
                "Rebuild of {} into generation {} begins, asked for by {}",
                name,
                rebuild.generation().number(),
                by);
        reconcile(projection);
        return rebuild;
    }

    /**
     * Retries the parked events.
     *
     * @throws RebuildUnderWayException if only a rebuild would help and one is already running
     */
    public RetryOutcome retry(String name, String by) {
        Projection projection = projection(name);
        Generation live = liveGeneration(name);
        if (departures.of(live).isPresent()) {
            return new RetryOutcome.Rebuilding(rebuild(name, by));
        }
        if (projection.segments() == 1 && resources.storage().parked().count(live) > 0) {
            return new RetryOutcome.Rebuilding(rebuild(name, by));
        }
        int folded = retry.all(projection, live);
        return new RetryOutcome.Retried(folded, resources.storage().parked().count(live));
    }

    private void beat() {
        resources.nodes().set(resources.storage().tokens().beat());
    }

    private void look() {
        long headNow = history.head();
        for (Projection projection : projections.values()) {
            try {
                look(projection);
            } catch (RuntimeException passing) {
                // A projection that cannot be checked must not delay the swap of another.
                LOG.warn("Projection {}: {}; trying again", projection.name(), UnreadEvents.reason(passing));
            }
        }
        headBefore = headNow;
    }

    private void look(Projection projection) {
        reconcile(projection);
        Entry entry = entry(projection.name());
        if (entry.rebuild() != null) {
            finish(projection, entry, entry.rebuild());
        }
        dropRetired(projection, entry);
        if (projection.segments() > 1 && departures.of(entry.live()).isEmpty()) {
            retry.leftBehind(projection, entry.live());
        }
    }

    /** Starts the generations that should run and stops all others. */
    private synchronized void reconcile(Projection projection) {
        if (closed) {
            return;
        }
        Entry entry = register.entry(projection.name());
        entries.put(projection.name(), entry);
        List<Generation> wanted = new ArrayList<>(List.of(entry.live()));
        if (entry.rebuild() != null) {
            wanted.add(entry.rebuild().generation());
        }
        wanted.removeIf(generation -> hasDeparted(entry, generation));
        for (Generation generation : wanted) {
            if (!processors.containsKey(generation)) {
                var processor = new GenerationProcessor(projection, generation, resources);
                processor.start();
                processors.put(generation, processor);
            }
        }
        processors.values().stream()
                .filter(p -> p.projection() == projection && !wanted.contains(p.generation()))
                .toList()
                .forEach(old -> {
                    processors.remove(old.generation());
                    published.remove(old.generation());
                    old.stop();
                });
    }

    /**
     * Whether a generation does not match this log. A rebuild that does not is restarted: nobody has read its data yet.
     */
    private boolean hasDeparted(Entry entry, Generation generation) {
        GenerationProcessor running = processors.get(generation);
        boolean departed = departures.of(generation).isPresent()
                || (running == null ? departures.found(generation) : departures.found(generation, running.read()));
        if (departed && entry.rebuild() != null && entry.rebuild().generation().equals(generation)) {
            register.restart(entry.rebuild(), resources.clock().instant());
        }
        return departed;
    }

    /**
     * Swaps once the new generation has reached the position of the old one and the end of the log at the last check.
     */
    private void finish(Projection projection, Entry entry, Rebuild rebuild) {
        long old = departures.of(entry.live()).isPresent() ? -1 : position(entry.live());
        long filled = position(rebuild.generation());
        if (headBefore == Long.MAX_VALUE || filled < Math.max(headBefore, old) || isMuchWorse(rebuild, entry.live())) {
            return;
        }
        if (register.swap(rebuild, resources.clock().instant())) {
            LOG.info(
                    "Rebuild of {} is complete; generation {} answers",
                    projection.name(),
                    rebuild.generation().number());
        }
        reconcile(projection);
    }

    /** A release that cannot fold this log must not replace the generation that an earlier release made from it. */
    private boolean isMuchWorse(Rebuild rebuild, Generation live) {
        ParkedEvents parked = resources.storage().parked();
        return departures.of(live).isEmpty()
                && hasParkedTooMany(rebuild.generation())
                && parked.count(rebuild.generation()) > parked.count(live);
    }

    /** Whether so many events could not be folded that they point to one common fault. */
    boolean hasParkedTooMany(Generation generation) {
        return resources
                .storage()
                .parked()
                .areBlamedMoreThan(resources.properties().maxParked(), generation);
    }

    private void dropRetired(Projection projection, Entry entry) {
        Instant now = resources.clock().instant();
        for (ProjectionRegister.Retired retired : entry.retired()) {
            if (retired.since().plus(resources.properties().gracePeriod()).isBefore(now)) {
                resources.storage().tokens().delete(retired.generation().label());
                resources.storage().documents().drop(projection, retired.generation());
                resources.storage().parked().drop(retired.generation());
                register.forget(retired.generation());
            }
        }
    }

    /**
     * Publishes positions. Axon stores no token for events that do not concern a segment; other nodes would think it
     * behind.
     */
    private void publish() {
        processors.forEach((generation, processor) -> {
            Map<Integer, Long> now = processor.positions();
            if (!now.equals(published.put(generation, now)) && !now.isEmpty()) {
                resources.storage().tokens().publish(generation.label(), now);
            }
        });
    }
}
