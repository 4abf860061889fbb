package io.holdfast.command.targeting;

import io.holdfast.runtime.log.LogAnchor;
import io.holdfast.runtime.log.LogHistory;
import io.holdfast.runtime.log.ParkedItem;
import io.holdfast.runtime.log.UnreadEvents;
import io.holdfast.runtime.time.Stopwatch;
import io.holdfast.runtime.time.Ticker;
import io.holdfast.shipment.declaration.Declaration;
import io.holdfast.shipment.declaration.ScreeningDecision;
import io.holdfast.targeting.DraftId;
import io.holdfast.targeting.RuleId;
import io.holdfast.targeting.RuleSet;
import io.holdfast.targeting.RuleSetCommand;
import io.holdfast.targeting.RuleSetEvent;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The active rule set, as this node knows it. It reads new events of the rule set series from the event store at most
 * once per {@link #FRESH_FOR} and only when it is used, and at once after this node itself has published or activated a
 * version.
 *
 * <p>An activation on another node therefore takes effect here within a second. When the store cannot be read, the last
 * known rule set stays in effect (each decision names its version); when none is known, screening is refused. When the
 * log was restored or replaced, the series is read again from its first event.
 */
public final class ActiveRuleSet implements Screener {
    static final Duration FRESH_FOR = Duration.ofSeconds(1);
    private static final Logger LOG = LoggerFactory.getLogger(ActiveRuleSet.class);

    private final EventStore events;
    private final Drafts drafts;
    private final SeriesReading series;
    private final Ticker ticker;
    private final LogAnchor anchor;
    private final ScreeningFailures failures = new ScreeningFailures();
    private final ReentrantLock reading = new ReentrantLock();
    private volatile State state = new State(RuleSetHistory.EMPTY, null, null);

    /** Time since the series was last read; null forces a read at the next use. */
    private volatile @Nullable Stopwatch sinceRead;

    /** Either a compiled rule set, or the reason why there is none. */
    private record State(
            RuleSetHistory history,
            @Nullable CompiledRuleSet compiled,
            @Nullable String failure) {}

    /** @param clock supplies the time at which an unreadable event is parked */
    ActiveRuleSet(EventStore events, Drafts drafts, Clock clock, Ticker ticker) {
        this.events = events;
        this.drafts = drafts;
        this.series = new SeriesReading(clock);
        this.anchor = new LogAnchor(new LogHistory(events));
        this.ticker = ticker;
    }

    @Override
    public ScreeningDecision screen(Declaration declaration) {
        return current().screen(declaration);
    }

    /** All versions, in order. */
    public List<RuleSetVersion> versions() {
        refreshIfStale();
        return state.history.versions();
    }

    /** All drafts, in the order in which they were created. */
    public List<OpenedDraft> drafts() {
        refreshIfStale();
        return state.history.drafts();
    }

    /** The active version, if there is one. */
    public Optional<RuleSetVersion> active() {
        refreshIfStale();
        return state.history.active();
    }

    /** The content of a version, read from the event log unless it is still cached. */
    public RuleSet content(RuleSetVersion version) {
        DraftId draft = version.draft();
        return draft == null
                ? drafts.contents()
                        .of(
                                RuleSetCommand.SERIES,
                                version.sequence(),
                                version.ref().contentHash())
                : drafts.content(draft, version.ref().contentHash());
    }

    /** The seed of the random share of a version; no response may reveal it. */
    public long seed(RuleSetVersion version) {
        DraftId draft = version.draft();
        return draft == null ? content(version).seed() : drafts.seed(draft); // an approved draft never changes
    }

    /** @throws NoSuchRuleSetException for a version that was never published */
    public RuleSetVersion version(int version) {
        refreshIfStale();
        return state.history.version(version).orElseThrow(() -> new NoSuchRuleSetException(version));
    }

    /** The number of failed evaluations on this node for each rule of the active rule set. */
    public Map<RuleId, Long> evaluationFailures() {
        var compiled = state.compiled;
        return compiled == null ? Map.of() : compiled.failures();
    }

    /** The meter that counts failed evaluations of the active rule sets. */
    ScreeningFailures failures() {
        return failures;
    }

    /** Forces a read of the event store at the next use. */
    void expire() {
        sinceRead = null;
    }

    /** Called with the events that this node commits. Registered with {@link EventStore#subscribe}. */
    void published(List<? extends EventMessage<?>> messages) {
        if (messages.stream().anyMatch(message -> message.getPayload() instanceof RuleSetEvent)) {
            if (CurrentUnitOfWork.isStarted()) {
                CurrentUnitOfWork.get().root().afterCommit(_ -> expire());
            } else {
                expire();
            }
        }
    }

    /** The events of the series that this node cannot read. */
    List<ParkedItem> parked() {
        return series.parked();
    }

    /** Why nothing can be screened; empty when screening works, or when no rule set has been activated yet. */
    Optional<String> failure() {
        return Optional.ofNullable(state.failure);
    }

    /** The number of events of the series that have been read. */
    long read() {
        return state.history.nextSequence();
    }

    /**
     * Makes the next use read the series again from its first event; the compiled rule set stays in effect until then.
     */
    void readAnew() {
        reading.lock();
        try {
            series.forget();
            state = new State(RuleSetHistory.EMPTY, state.compiled, state.failure);
            expire();
        } finally {
            reading.unlock();
        }
    }

    private CompiledRuleSet current() {
        refreshIfStale();
        State now = state;
        if (now.compiled != null) {
            return now.compiled;
        }
        throw new NoActiveRuleSetException(
                now.failure == null ? "No rule set is active, so nothing can be screened" : now.failure);
    }

    /** One thread reads; the others use what is known, or wait when nothing is. */
    private void refreshIfStale() {
        if (isFresh()) {
            return;
        }
        boolean mustWait = state.compiled == null || sinceRead == null;
        if (mustWait) {
            reading.lock();
        } else if (!reading.tryLock()) {
            return;
        }
        try {
            if (!isFresh()) {
                sinceRead = Stopwatch.start(ticker);
                readNew();
            }
        } finally {
            reading.unlock();
        }
    }

    private boolean isFresh() {
        Stopwatch age = sinceRead;
        return age != null && !age.hasRun(FRESH_FOR);
    }

    private void readNew() {
        try {
            anchor.departure().ifPresent(this::forgetAnotherLog);
            RuleSetHistory history =
                    series.after(state.history, from -> events.readEvents(RuleSetCommand.SERIES, from));
            anchor.drop();
            if (history.nextSequence() > state.history.nextSequence()) {
                state = compiled(history, state.compiled);
            }
        } catch (RuntimeException e) {
            expireUnlessKnown();
            if (state.compiled == null) {
                throw e;
            }
            series.outage(e);
        }
    }

    /** What decided until now is in no log any more. */
    private void forgetAnotherLog(String why) {
        LOG.warn("What is known of the rule sets {}. It is read anew", why);
        anchor.weigh();
        series.forget();
        state = new State(RuleSetHistory.EMPTY, null, null);
    }

    private void expireUnlessKnown() {
        if (state.compiled == null) {
            expire();
        }
    }

    /**
     * The content is read before the new state is stored: when reading fails, the next use tries again. A rule set that
     * cannot be applied here (it was published by a newer release) is not replaced by the previous one: nobody decided
     * to use that one.
     */
    private State compiled(RuleSetHistory history, @Nullable CompiledRuleSet before) {
        var active = history.active();
        if (active.isEmpty()) {
            return new State(history, null, series.unknownActivation());
        }
        var ref = active.get().ref();
        if (before != null && before.ref().equals(ref)) {
            return new State(history, before, null);
        }
        RuleSet content;
        try {
            content = content(active.get());
        } catch (RuntimeException e) {
            if (!UnreadEvents.isOfReading(e)) {
                throw e;
            }
            LOG.error("The content of rule set {} cannot be read: {}", ref.version(), UnreadEvents.reason(e));
            return new State(history, null, "The active rule set " + ref.version() + " cannot be read on this node");
        }
        try {
            var compiled = CelRules.compile(ref, content, failures);
            LOG.info("Rule set {} ({}) decides from now on", ref.version(), content.name());
            return new State(history, compiled, null);
        } catch (RuntimeException e) {
            LOG.error("Rule set {} cannot be applied: screening is refused", ref.version(), e);
            return new State(history, null, "The active rule set " + ref.version() + " cannot be applied on this node");
        }
    }
}
