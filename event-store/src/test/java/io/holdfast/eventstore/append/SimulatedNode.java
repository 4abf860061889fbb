package io.holdfast.eventstore.append;

import static org.assertj.core.api.Assertions.fail;

import io.holdfast.eventstore.History;
import io.holdfast.eventstore.History.Told;
import io.holdfast.eventstore.Serializers;
import io.holdfast.eventstore.api.LogReplacedException;
import io.holdfast.eventstore.api.OutcomeUnknownException;
import io.holdfast.eventstore.block.LogPosition;
import io.holdfast.eventstore.block.StoredEvent;
import io.holdfast.eventstore.read.BlockStream;
import io.holdfast.eventstore.read.Tail;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/** A simulated process: the protocol, the log's tail and stream, appending clients, and a subscriber. */
final class SimulatedNode {

    private static final int CLIENTS = 3;
    private static final int AGGREGATES = 5;
    private static final long POLL = 60;

    private final Simulation world;
    private final int number;
    private final List<String> seen = new ArrayList<>();
    private TrackingToken token;
    private Life life;

    SimulatedNode(Simulation world, int number) {
        this.world = world;
        this.number = number;
    }

    void start() {
        life = new Life();
        for (int client = 0; client < CLIENTS; client++) {
            life.later(1 + world.random.nextInt(100), life::append);
        }
        life.later(1 + world.random.nextInt((int) POLL), life::poll);
    }

    /** Kills the process: its memory is lost, but what it has sent is still on its way. */
    void crash() {
        if (life != null) {
            world.trace("node %d is killed", number);
            life = null;
            world.in(1 + world.random.nextInt(1000), this::start);
        }
    }

    /** Reads to the end of the log. */
    void catchUp() {
        life.catchUp();
    }

    /** @param log every event, in order */
    void check(List<String> log) {
        if (!seen.equals(log)) {
            int same = 0;
            while (same < Math.min(seen.size(), log.size()) && seen.get(same).equals(log.get(same))) {
                same++;
            }
            fail("the subscriber on node %d saw %d of %d events right", number, same, log.size());
        }
    }

    static String seen(TrackedEventData<?> event) {
        return event.trackingToken() + " " + event.getEventIdentifier();
    }

    /** Keeps only what the subscriber compares. */
    private static TrackedEventMessage<?> message(TrackedEventData<?> data) {
        return new GenericTrackedEventMessage<>(
                data.trackingToken(), new GenericMessage<>(seen(data), MetaData.emptyInstance()), data::getTimestamp);
    }

    /** The process from a start to its next crash. */
    private final class Life implements CommitterProtocol.Listener {
        private final CommitterProtocol protocol = world.bug.protocol(new Random(world.random.nextLong()), this);
        private final Tail tail = new Tail(
                new SimulatedReads(world),
                Duration.ofHours(1),
                Duration.ofHours(1),
                20_000,
                () -> fail("a log was replaced"));
        private final BlockStream stream =
                new BlockStream(tail, LogPosition.after(token), events -> events.map(SimulatedNode::message));
        private final Map<Commit, History.Attempt> open = new LinkedHashMap<>();
        private final Map<String, Long> cache = new HashMap<>();
        private final SimulatedNetwork network = new SimulatedNetwork(world, number, this::alive);
        private boolean busy;
        private long built = -1;
        private long position = -1;

        private boolean alive() {
            return life == this;
        }

        private void later(long ticks, Runnable what) {
            world.in(ticks, () -> {
                if (alive()) {
                    what.run();
                }
            });
        }

        private void append() {
            if (!world.anotherOperation()) {
                return;
            }
            List<DomainEventMessage<?>> events = new ArrayList<>();
            addTo(events, "agg-" + world.random.nextInt(AGGREGATES));
            if (world.random.nextInt(4) == 0) {
                addTo(events, "other-" + world.random.nextInt(AGGREGATES));
            }
            later(world.random.nextInt(15), () -> submit(events)); // other writers may get in between
        }

        private void addTo(List<DomainEventMessage<?>> events, String aggregate) {
            long next = cache.computeIfAbsent(
                    aggregate, name -> world.servers.reached().next(name));
            int count = 1 + world.random.nextInt(2);
            for (int i = 0; i < count; i++) {
                String id = "event-" + number + "-" + world.tick();
                var at = Instant.ofEpochSecond(1_800_000_000L + world.random.nextInt(7200));
                events.add(new GenericDomainEventMessage<>(
                        "Thing", aggregate, next + i, "about " + id, MetaData.emptyInstance(), id, at));
            }
        }

        private void submit(List<DomainEventMessage<?>> events) {
            var commit = new Commit(events.stream()
                    .map(event -> new EncodedEvent(event, Serializers.TEXT))
                    .toList());
            open.put(
                    commit,
                    world.history.begin(events.stream().map(History.Item::of).toList(), world.tick()));
            protocol.offer(commit);
            later(500 + world.random.nextInt(6000), () -> settle(commit));
            progress();
        }

        private void progress() {
            open.keySet().stream()
                    .filter(commit -> !commit.isWaitedFor())
                    .toList()
                    .forEach(this::settle);
            if (tail.position() < position) {
                fail("the head of node %d went back", number);
            }
            position = tail.position();
            if (busy) {
                return;
            }
            Step step = protocol.next();
            if (step instanceof Step.Idle) {
                return;
            }
            if (step instanceof Step.Insert(Draft draft)) {
                if (draft.header.number() < built) {
                    fail("node %d goes back to block %d", number, draft.header.number());
                }
                built = draft.header.number();
            }
            busy = true;
            network.carryOut(step, outcome -> {
                busy = false;
                protocol.on(outcome);
                progress();
            });
        }

        /** Takes the outcome, or stops waiting for it. */
        private void settle(Commit commit) {
            History.Attempt attempt = open.remove(commit);
            if (attempt == null) {
                return;
            }
            try {
                world.history.stored(attempt, commit.await(Duration.ZERO), world.tick());
            } catch (ConcurrencyException e) {
                world.history.failed(attempt, Told.REFUSED);
            } catch (OutcomeUnknownException e) {
                world.history.failed(attempt, Told.UNKNOWN);
            } catch (EventStoreException e) {
                world.history.failed(attempt, Told.NOT_STORED);
            }
            commit.events.forEach(event -> remember(event.stored, attempt.isStored()));
            later(1 + world.random.nextInt(120), this::append);
        }

        /** Behaves like a cached aggregate: kept after a commit, and loaded again after a failure. */
        private void remember(StoredEvent event, boolean stored) {
            if (stored && world.random.nextInt(3) > 0) {
                cache.put(event.aggregate(), event.sequence() + 1);
            } else {
                cache.remove(event.aggregate());
            }
        }

        private void poll() {
            if (world.healed()) {
                return; // the rest is read at the end of the simulation
            }
            try {
                tail.poll();
                take(world.random.nextInt(20));
            } catch (IllegalStateException e) {
                world.trace("node %d cannot read: %s", number, e.getMessage());
            }
            later(1 + world.random.nextInt((int) POLL), this::poll);
        }

        private void take(int most) {
            for (int i = 0; i < most; i++) {
                TrackedEventMessage<?> next = peek();
                if (next == null) {
                    return;
                }
                try {
                    stream.nextAvailable();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                seen.add((String) next.getPayload());
                token = next.trackingToken();
            }
        }

        private @Nullable TrackedEventMessage<?> peek() {
            try {
                return stream.peek().orElse(null);
            } catch (LogReplacedException broken) {
                throw new AssertionError("node " + number + " reads blocks that do not follow each other", broken);
            }
        }

        void catchUp() {
            if (!(protocol.next() instanceof Step.Idle)) {
                fail("node %d is not done", number);
            }
            tail.refresh();
            take(Integer.MAX_VALUE);
        }

        @Override
        public void onStored(Draft draft) {
            world.trace("node %d: block %d is stored", number, draft.header.number());
            world.observed(draft.header);
            tail.advance(draft.asBlock());
        }

        @Override
        public void onConflict() {}

        @Override
        public void onRaceLost() {}

        @Override
        public void onRetry() {}
    }
}
