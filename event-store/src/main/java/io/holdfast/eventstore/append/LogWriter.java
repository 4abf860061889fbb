package io.holdfast.eventstore.append;

import io.holdfast.eventstore.block.BlockHeader;
import io.holdfast.eventstore.block.VanishedBlockException;
import java.util.Collection;
import java.util.Optional;

/**
 * The committer's access to the database. Every read throws a {@link RuntimeException} of the driver when the database
 * does not answer.
 */
public interface LogWriter {

    /** Inserts the draft; reports every failure of the database as an outcome and never throws for one. */
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

    /** Which of these keys and ids are in the log, and in which block. */
    Outcome.ConflictsFound find(Collection<String> keys, Collection<String> ids);
}
