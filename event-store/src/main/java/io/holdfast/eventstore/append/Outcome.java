package io.holdfast.eventstore.append;

import io.holdfast.eventstore.block.BlockCollection;
import io.holdfast.eventstore.block.BlockHeader;
import java.util.Map;

/** The outcome of a {@link Step}. */
public sealed interface Outcome {

    /** The possible outcomes of an insert. */
    sealed interface OfInsert extends Outcome {}

    /** Acknowledged by the majority, in the journal. */
    record Inserted() implements OfInsert {}

    /** A unique index refused it: the block's number, a key or an event id. */
    record Duplicate() implements OfInsert {}

    /** It may be stored, now or later: the connection broke, or the majority did not confirm in time. */
    record Uncertain(RuntimeException cause) implements OfInsert {}

    /** This attempt is certain not to have reached the server. */
    record NotSent(RuntimeException cause) implements OfInsert {}

    /**
     * The server takes no writes for now, for instance because its disk is full; nothing of this attempt was stored.
     */
    record Unwritable(RuntimeException cause) implements OfInsert {}

    /** The server will never take this document. */
    record Refused(RuntimeException cause) implements OfInsert {}

    /** The last block, or genesis. */
    record HeadFound(BlockHeader head) implements Outcome {}

    /** A majority-committed block has the number asked for. */
    record BlockFound(BlockHeader block) implements Outcome {}

    /** No majority-committed block has the number yet. */
    record BlockMissing() implements Outcome {}

    /**
     * Keys and event ids of the draft that majority-committed blocks already hold.
     *
     * @param keys key or event id to the block that holds it
     */
    record ConflictsFound(Map<String, BlockCollection.Holder> keys, Map<String, BlockCollection.Holder> ids)
            implements Outcome {}

    /** A read failed; it changed nothing. */
    record ReadFailed(RuntimeException cause) implements Outcome {}

    /** The pause is over. */
    record Paused() implements Outcome {}
}
