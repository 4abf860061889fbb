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

    /** Inserts the draft; never throws for what the database did or did not do. */
    Outcome.OfInsert insert(Draft draft);

    /** The header of one block. */
    Optional<BlockHeader> header(long number);

    /**
     * The last block.
     *
     * @param from a block known to exist, or -1
     */
    BlockHeader head(long from);

    /** Blocks from a number on, dense: it stops before the first one missing. */
    List<Block> read(long first, int most);

    /** Which of these keys and ids are in the log, and where. */
    Outcome.ConflictsFound find(Collection<String> keys, Collection<String> ids);

    /**
     * Events of one aggregate from a sequence number on, ascending and contiguous: all of the blocks that hold the first so
     * many, so there may be more; fewer mean that the stream ends there.
     */
    List<StoredEvent> ofAggregate(String aggregate, long firstSequence, int atLeast);

    /** The highest sequence number of an aggregate. */
    OptionalLong lastSequence(String aggregate);
}
