package io.holdfast.eventstore.append;

import io.holdfast.eventstore.block.BlockCodec;
import io.holdfast.eventstore.block.BlockCollection;
import io.holdfast.eventstore.block.BlockHeader;
import java.util.Collection;
import java.util.Optional;

/** Writes to the log in its MongoDB collection. */
public record MongoLogWriter(BlockCollection blocks) implements LogWriter {

    @Override
    public Outcome.OfInsert insert(Draft draft) {
        try {
            blocks.insert(draft.document);
            return new Outcome.Inserted();
        } catch (RuntimeException e) {
            return InsertFailures.outcome(e);
        }
    }

    @Override
    public Optional<BlockHeader> header(long number) {
        return blocks.header(number);
    }

    @Override
    public BlockHeader head(long from) {
        return blocks.head(from);
    }

    @Override
    public Outcome.ConflictsFound find(Collection<String> keys, Collection<String> ids) {
        return new Outcome.ConflictsFound(blocks.holders(BlockCodec.KEYS, keys), blocks.holders(BlockCodec.IDS, ids));
    }
}
