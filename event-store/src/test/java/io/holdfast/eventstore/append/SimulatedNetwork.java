package io.holdfast.eventstore.append;

import io.holdfast.eventstore.block.BlockCollection;
import io.holdfast.eventstore.block.BlockHeader;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;

/** An unreliable network that carries one node's steps to the simulated servers and the outcomes back. */
final class SimulatedNetwork {

    private static final BsonDocumentCodec CODEC = new BsonDocumentCodec();

    private final Simulation world;
    private final int node;
    private final BooleanSupplier alive;
    private long request;

    /** @param alive whether the node is still running; outcomes for a dead one are dropped */
    SimulatedNetwork(Simulation world, int node, BooleanSupplier alive) {
        this.world = world;
        this.node = node;
        this.alive = alive;
    }

    /** @param then receives the one outcome, later */
    void carryOut(Step step, Consumer<Outcome> then) {
        long mine = ++request;
        Consumer<Outcome> once = outcome -> {
            if (request == mine && alive.getAsBoolean()) {
                request++;
                world.trace(
                        "node %d: %s: %s", node, name(step), outcome.getClass().getSimpleName());
                then.accept(outcome);
            }
        };
        switch (step) {
            case Step.Pause pause ->
                world.in(pause.time().toNanos() / 100_000 + 1, () -> once.accept(new Outcome.Paused()));
            case Step.Insert(Draft draft) -> insert(draft, once);
            case Step.FindHead(long from) -> read(once, server -> new Outcome.HeadFound(head(server, from)));
            case Step.ReadBack(Draft draft) ->
                read(
                        once,
                        server -> server.block(draft.header.number(), true)
                                .<Outcome>map(block -> new Outcome.BlockFound(block.header()))
                                .orElseGet(Outcome.BlockMissing::new));
            case Step.FindConflicts(Draft draft) -> conflicts(draft, once);
            case Step.Idle _ -> throw new IllegalStateException("nothing to carry out");
        }
    }

    private static String name(Step step) {
        return step instanceof Step.Insert(Draft draft)
                ? "insert of block " + draft.header.number()
                : step.getClass().getSimpleName();
    }

    private BlockHeader head(ReplicaSet.Member server, long from) {
        boolean committed = world.bug != PlantedBug.REBUILDS_ON_AN_UNCOMMITTED_HEAD;
        BlockHeader head = server.head(from, committed);
        if (committed) {
            world.observed(head);
        }
        return head;
    }

    private void insert(Draft draft, Consumer<Outcome> answer) {
        var broken = new IllegalStateException("simulated");
        var block = new RawBsonDocument(draft.document, CODEC); // a copy: later changes must not affect it
        world.in(Simulation.PATIENCE_WITH_SERVER, () -> answer.accept(new Outcome.Uncertain(broken)));
        if (!world.fault()) {
            world.in(delay(), () -> arrive(block, answer));
            return;
        }
        switch (world.random.nextInt(5)) {
            case 0 -> world.in(delay(), () -> answer.accept(new Outcome.NotSent(broken)));
            case 1 -> world.trace("node %d: a request is lost", node);
            case 2 -> world.in(world.random.nextInt(5000), () -> arrive(block, answer));
            case 3 -> world.in(delay(), () -> answer.accept(refusal(draft, broken)));
            default -> {
                world.in(delay(), () -> arrive(block, answer));
                world.in(world.random.nextInt(5000), () -> arrive(block, answer));
            }
        }
    }

    private static Outcome refusal(Draft draft, IllegalStateException broken) {
        return draft.header.number() % 2 == 0 ? new Outcome.Refused(broken) : new Outcome.Unwritable(broken);
    }

    private void arrive(RawBsonDocument block, Consumer<Outcome> answer) {
        Runnable acknowledge = () -> reply(answer, new Outcome.Inserted());
        boolean early = world.bug == PlantedBug.ACKNOWLEDGES_BEFORE_THE_MAJORITY;
        boolean taken = world.servers.reached().insert(block, early ? () -> {} : acknowledge);
        if (!taken) {
            reply(answer, new Outcome.Duplicate());
        } else if (early) {
            acknowledge.run();
        }
    }

    /** Two queries in sequence, as the driver sends them. */
    private void conflicts(Draft draft, Consumer<Outcome> answer) {
        var broken = new Outcome.ReadFailed(new IllegalStateException("simulated"));
        world.in(Simulation.PATIENCE_WITH_SERVER, () -> answer.accept(broken));
        world.in(delay(), () -> {
            Map<String, BlockCollection.Holder> keys = world.servers.reached().holders(draft.keys(), true);
            world.in(
                    delay(),
                    () -> reply(
                            answer,
                            new Outcome.ConflictsFound(
                                    keys, world.servers.reached().holders(draft.ids(), false))));
        });
    }

    private void read(Consumer<Outcome> answer, Function<ReplicaSet.Member, Outcome> question) {
        var broken = new IllegalStateException("simulated");
        world.in(Simulation.PATIENCE_WITH_SERVER, () -> answer.accept(new Outcome.ReadFailed(broken)));
        world.in(delay(), () -> {
            try {
                reply(answer, question.apply(world.servers.reached()));
            } catch (IllegalStateException e) {
                reply(answer, new Outcome.ReadFailed(e));
            }
        });
    }

    private void reply(Consumer<Outcome> answer, Outcome outcome) {
        if (!world.fault()) {
            world.in(delay(), () -> answer.accept(outcome));
        }
    }

    private long delay() {
        return 1 + world.random.nextInt(world.random.nextInt(10) == 0 ? 100 : 8);
    }
}
