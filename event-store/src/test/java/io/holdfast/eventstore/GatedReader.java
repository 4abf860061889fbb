package io.holdfast.eventstore;

import io.holdfast.eventstore.block.Block;
import io.holdfast.eventstore.block.BlockHeader;
import io.holdfast.eventstore.read.LogReader;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Forwards every read; subclasses observe or disturb them. */
class GatedReader implements LogReader {

    private final LogReader log;

    GatedReader(LogReader log) {
        this.log = log;
    }

    @Override
    public Optional<BlockHeader> header(long number) {
        return log.header(number);
    }

    @Override
    public BlockHeader head(long from) {
        return log.head(from);
    }

    @Override
    public List<Block> read(long first, int most) {
        return log.read(first, most);
    }

    @Override
    public AggregateEvents ofAggregate(String aggregate, long firstSequence, int most) {
        return log.ofAggregate(aggregate, firstSequence, most);
    }

    @Override
    public OptionalLong lastSequence(String aggregate) {
        return log.lastSequence(aggregate);
    }
}
