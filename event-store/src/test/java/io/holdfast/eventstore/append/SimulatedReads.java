package io.holdfast.eventstore.append;

import io.holdfast.eventstore.block.Block;
import io.holdfast.eventstore.block.BlockHeader;
import io.holdfast.eventstore.read.LogReader;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The tail's reads from the simulated servers, which sometimes do not answer. */
final class SimulatedReads implements LogReader {

    private final Simulation world;

    SimulatedReads(Simulation world) {
        this.world = world;
    }

    private boolean committed() {
        return world.bug != PlantedBug.STREAMS_WHAT_THE_MAJORITY_HAS_NOT;
    }

    private ReplicaSet.Member server() {
        if (world.fault()) {
            throw new IllegalStateException("no answer");
        }
        return world.servers.reached();
    }

    @Override
    public BlockHeader head(long from) {
        BlockHeader head = server().head(from, committed());
        world.observed(head);
        return head;
    }

    @Override
    public List<Block> read(long first, int most) {
        return server().read(first, most, committed());
    }

    @Override
    public Optional<BlockHeader> header(long number) {
        return server().read(number, 1, committed()).stream().map(Block::header).findFirst();
    }

    @Override
    public AggregateEvents ofAggregate(String aggregate, long firstSequence, int atLeast) {
        throw new UnsupportedOperationException();
    }

    @Override
    public OptionalLong lastSequence(String aggregate) {
        throw new UnsupportedOperationException();
    }
}
