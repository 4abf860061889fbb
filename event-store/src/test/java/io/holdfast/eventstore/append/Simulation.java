package io.holdfast.eventstore.append;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.holdfast.eventstore.History;
import io.holdfast.eventstore.audit.StrictBlocks;
import io.holdfast.eventstore.block.Block;
import io.holdfast.eventstore.block.BlockCodec;
import io.holdfast.eventstore.block.BlockHeader;
import io.holdfast.eventstore.integrity.Checkpoint;
import io.holdfast.eventstore.integrity.ExportHeader;
import io.holdfast.eventstore.integrity.LogBlock;
import io.holdfast.eventstore.integrity.LogSource;
import io.holdfast.eventstore.integrity.Verdict;
import io.holdfast.eventstore.integrity.Verification;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.stream.Collectors;
import org.bson.RawBsonDocument;

/**
 * A simulation of writers, servers and a network, determined by its seed: requests and replies are delayed, lost and
 * delivered twice, servers fail over, writers crash and restart with nothing but their streams' tokens. At the end all
 * faults stop, everything runs to completion, and the result is checked.
 */
final class Simulation {

    /** A tick is a tenth of a millisecond. */
    static final long PATIENCE_WITH_SERVER = 300;

    private static final int OPERATIONS = 90;
    private static final int MOST_HAPPENINGS = 300_000;
    private static final int TRACED = 60;

    private record Traced(long at, String format, Object... details) {
        @Override
        public String toString() {
            return "%6d %s".formatted(at, format.formatted(details));
        }
    }

    private record Happening(long at, long order, Runnable what) {}

    final Random random;
    final PlantedBug bug;
    final ReplicaSet servers;
    final History history = new History();
    private final int seed;
    private final double faults;
    private final PriorityQueue<Happening> future =
            new PriorityQueue<>(Comparator.comparingLong(Happening::at).thenComparingLong(Happening::order));
    private final List<SimulatedNode> nodes = new ArrayList<>();
    private final List<BlockHeader> observed = new ArrayList<>();
    private final Deque<Traced> trace = new ArrayDeque<>();
    private long now;
    private long order;
    private int operations;
    private boolean healed;

    Simulation(int seed, PlantedBug bug) {
        this.seed = seed;
        this.bug = bug;
        this.random = new Random(seed * 7919L + 17);
        this.servers = new ReplicaSet(random);
        this.faults = random.nextInt(4) * 0.12;
        int writers = 2 + random.nextInt(3);
        for (int number = 0; number < writers; number++) {
            nodes.add(new SimulatedNode(this, number));
        }
    }

    /** @throws AssertionError with the seed, when a guarantee is violated */
    void play() throws Exception {
        try {
            nodes.forEach(SimulatedNode::start);
            in(10, this::followPrimary);
            in(200, this::misfortune);
            run();
            servers.heal(); // a late request may have been the last to arrive
            nodes.forEach(SimulatedNode::catchUp);
            check();
        } catch (AssertionError | IllegalStateException e) {
            throw new AssertionError(
                    "Seed %d (again: -Dholdfast.simulation.seed=%d): %s%n%s"
                            .formatted(
                                    seed,
                                    seed,
                                    e.getMessage(),
                                    trace.stream().map(Traced::toString).collect(Collectors.joining("\n"))),
                    e);
        }
    }

    private void run() {
        int count = 0;
        for (Happening next = future.poll(); next != null; next = future.poll()) {
            now = next.at();
            if (!healed && operations >= OPERATIONS) {
                healed = true;
            }
            if (healed) {
                servers.heal();
            }
            next.what().run();
            if (++count > MOST_HAPPENINGS) {
                fail("does not come to rest");
            }
        }
        if (operations < OPERATIONS) {
            fail("came to rest after %d operations", operations);
        }
    }

    private void followPrimary() {
        if (!healed) {
            servers.replicate();
            in(1 + random.nextInt(60), this::followPrimary);
        }
    }

    private void misfortune() {
        if (healed || faults == 0) {
            return;
        }
        if (random.nextBoolean()) {
            trace("fail-over");
            servers.failOver();
        } else {
            nodes.get(random.nextInt(nodes.size())).crash();
        }
        in(50 + random.nextInt(800), this::misfortune);
    }

    /** Runs something after this many ticks. */
    void in(long ticks, Runnable what) {
        future.add(new Happening(now + ticks, order++, what));
    }

    /** Unique and increasing, so that any two things that happen are ordered. */
    long tick() {
        return order++;
    }

    long now() {
        return now;
    }

    boolean healed() {
        return healed;
    }

    /** Whether to inject a fault now. */
    boolean fault() {
        return !healed && random.nextDouble() < faults;
    }

    /** Counts a commit; false once there have been enough. */
    boolean anotherOperation() {
        return operations++ < OPERATIONS;
    }

    /** A majority read or an acknowledgement showed that this block is the head. */
    void observed(BlockHeader head) {
        observed.add(head);
    }

    void trace(String format, Object... details) {
        trace.add(new Traced(now, format, details)); // formatted only when somebody reads the trace
        if (trace.size() > TRACED) {
            trace.removeFirst();
        }
    }

    private void check() throws Exception {
        List<RawBsonDocument> documents = servers.log();
        List<Block> log = documents.stream().map(BlockCodec::block).toList();
        history.check(log);
        try (var source = new Source(documents)) {
            Verdict verdict = new Verification(List.of(), null, 1000).of(source, _ -> {});
            assertThat(verdict).isInstanceOf(Verdict.Intact.class);
        }
        for (BlockHeader head : observed) {
            if (head.number() >= log.size()
                    || head.number() >= 0
                            && !log.get((int) head.number()).header().equals(head)) {
                fail("a head that was observed is gone: %s", head);
            }
        }
        List<String> order = new ArrayList<>();
        log.forEach(block -> block.eventsFrom(0).forEach(event -> order.add(SimulatedNode.seen(event))));
        nodes.forEach(node -> node.check(order));
    }

    private record Source(List<RawBsonDocument> documents) implements LogSource {
        @Override
        public ExportHeader header() {
            return new ExportHeader(ExportHeader.VERSION, "simulated", documents.size(), 0, Instant.EPOCH);
        }

        @Override
        public Iterator<LogBlock> blocks() {
            return documents.stream()
                    .map(document -> StrictBlocks.block(document.decode(new org.bson.codecs.BsonDocumentCodec())))
                    .iterator();
        }

        @Override
        public Iterator<Checkpoint> checkpoints() {
            return Collections.emptyIterator();
        }

        @Override
        public void close() {
            // nothing to close
        }
    }
}
