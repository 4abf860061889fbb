package io.holdfast.eventstore.read;

import io.holdfast.eventstore.block.Block;
import io.holdfast.eventstore.block.BlockHeader;
import io.holdfast.eventstore.block.StoredEvent;
import io.holdfast.eventstore.block.VanishedBlockException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Read access to the database. Reads see only what the majority has committed; each throws a {@link RuntimeException}
 * of the driver when the database does not answer.
 */
public interface LogReader {

    /**
     * The approximate size at which a read stops, however much was requested; it may exceed this by one query's result.
     */
    long MAX_BYTES = 4L * 1024 * 1024;

    /**
     * Events of one aggregate, ascending and contiguous.
     *
     * @param last whether the stream ends here
     */
    record AggregateEvents(List<StoredEvent> events, boolean last) {}

    /** The header of one block. */
    Optional<BlockHeader> header(long number);

    /**
     * The last block.
     *
     * @param from a block known to exist, or -1
     * @throws VanishedBlockException when it does not exist, as after a restore
     */
    BlockHeader head(long from);

    /** Blocks from a number on, dense: stops before the first missing one, and after about {@link #MAX_BYTES}. */
    List<Block> read(long first, int most);

    /**
     * Events of one aggregate from a sequence number on: at most about {@code most}, fewer when about {@link
     * #MAX_BYTES} are reached, and none only at the end.
     */
    AggregateEvents ofAggregate(String aggregate, long firstSequence, int most);

    /** The highest sequence number of an aggregate. */
    OptionalLong lastSequence(String aggregate);
}
