package io.holdfast.eventstore;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The database under the log, as thin as can be. Reads see only what the majority has committed. Every read throws a
 * {@link RuntimeException} of the driver when the database does not answer.
 */
interface LogStore {

    /** About where a read stops, however much more was asked for: it goes beyond by what is asked for at once. */
    long MAX_BYTES = 4L * 1024 * 1024;

    /**
     * Events of one aggregate, ascending and contiguous.
     *
     * @param last whether the stream ends here
     */
    record AggregateEvents(List<StoredEvent> events, boolean last) {}

    /** Inserts the draft; never throws for what the database did or did not do. */
    Outcome.OfInsert insert(Draft draft);

    /** The header of one block. */
    Optional<BlockHeader> header(long number);

    /**
     * The last block.
     *
     * @param from a block known to exist, or -1
     * @throws VanishedBlockException when it does not exist, as after a restore
     */
    BlockHeader head(long from);

    /** Blocks from a number on, dense: it stops before the first one missing, and where about {@link #MAX_BYTES} are reached. */
    List<Block> read(long first, int most);

    /** Which of these keys and ids are in the log, and where. */
    Outcome.ConflictsFound find(Collection<String> keys, Collection<String> ids);

    /**
     * Events of one aggregate from a sequence number on: about so many at most, fewer where about {@link #MAX_BYTES} are
     * reached, and none only at the end.
     */
    AggregateEvents ofAggregate(String aggregate, long firstSequence, int most);

    /** The highest sequence number of an aggregate. */
    OptionalLong lastSequence(String aggregate);
}
