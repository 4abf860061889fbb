package io.holdfast.eventstore.integrity;

import java.util.Iterator;

/**
 * A log to be verified or exported, in a database or in a file. Blocks and checkpoints are read alongside each other.
 */
public interface LogSource extends AutoCloseable {

    /** What to expect of the log. */
    ExportHeader header();

    /**
     * The blocks in the order of the log, whatever their numbers say; read lazily.
     *
     * @throws UnreadableBlockException from the iterator, when something that is not a block stands in a block's place
     * @throws BadInputException from the iterator, when the source itself is damaged
     */
    Iterator<LogBlock> blocks();

    /**
     * The checkpoints in their order.
     *
     * @throws BadInputException from the iterator, when the source is damaged
     */
    Iterator<Checkpoint> checkpoints();

    @Override
    void close();
}
