package io.holdfast.eventstore.audit;

import io.holdfast.eventstore.block.BlockCodec;
import io.holdfast.eventstore.block.EventCodec;
import io.holdfast.eventstore.block.StoredEvent;
import io.holdfast.eventstore.integrity.Hash;
import io.holdfast.eventstore.integrity.LogBlock;
import io.holdfast.eventstore.integrity.LogEvent;
import io.holdfast.eventstore.integrity.LogHeader;
import io.holdfast.eventstore.integrity.UnreadableBlockException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInvalidOperationException;
import org.bson.BsonString;
import org.bson.BsonValue;

/** Decodes blocks strictly: anything that the log would never have written makes the block unreadable. */
public final class StrictBlocks {

    private static final Set<String> FIELDS = Set.of(
            "_id",
            BlockCodec.FORMAT,
            "uuid",
            "maxAt",
            BlockCodec.COUNT,
            BlockCodec.ROOT,
            "previousHash",
            "hash",
            BlockCodec.KEYS,
            BlockCodec.IDS,
            BlockCodec.EVENTS);

    private StrictBlocks() {}

    /** @throws UnreadableBlockException when the document is not exactly a block */
    public static LogBlock block(BsonDocument document) {
        long number = document.getNumber("_id").longValue();
        if (!document.keySet().equals(FIELDS)) {
            throw new UnreadableBlockException(number, "its fields are not those of a block");
        }
        try {
            return block(number, document);
        } catch (BsonInvalidOperationException | IllegalArgumentException e) {
            throw new UnreadableBlockException(number, "a value in it is of another kind: " + e.getMessage());
        }
    }

    private static LogBlock block(long number, BsonDocument document) {
        var keys = new BsonArray();
        var ids = new BsonArray();
        List<LogEvent> events = new ArrayList<>();
        for (BsonValue value : document.getArray(BlockCodec.EVENTS)) {
            StoredEvent event = event(value.asDocument());
            keys.add(new BsonString(event.key()));
            ids.add(new BsonString(event.id()));
            events.add(EventCodec.plain(event));
        }
        if (document.getInt32(BlockCodec.COUNT).getValue() != events.size()
                || !document.getArray(BlockCodec.KEYS).equals(keys)
                || !document.getArray(BlockCodec.IDS).equals(ids)) {
            throw new UnreadableBlockException(number, "its count, keys or ids are not those of its events");
        }
        return new LogBlock(
                document.getInt32(BlockCodec.FORMAT).getValue(),
                number,
                document.getBinary("uuid").asUuid(),
                document.getInt64("maxAt").getValue(),
                hash(document, "previousHash"),
                hash(document, BlockCodec.ROOT),
                hash(document, "hash"),
                events);
    }

    private static StoredEvent event(BsonDocument document) {
        if (!document.containsKey("payload") || !document.containsKey("metadata")) {
            throw new IllegalArgumentException("an event without payload or metadata");
        }
        StoredEvent event = EventCodec.fromBson(document);
        if (!EventCodec.toBson(event).equals(document)) {
            throw new IllegalArgumentException("an event with something more than an event has");
        }
        return event;
    }

    /** The header of a block that is read without its events; callers read the stored hash separately. */
    static LogHeader header(BsonDocument document) {
        long number = document.getNumber("_id").longValue();
        try {
            return new LogHeader(
                    number,
                    hash(document, "previousHash"),
                    document.getBinary("uuid").asUuid(),
                    document.getInt64("maxAt").getValue(),
                    document.getInt32(BlockCodec.COUNT).getValue(),
                    hash(document, BlockCodec.ROOT));
        } catch (BsonInvalidOperationException | IllegalArgumentException e) {
            throw new UnreadableBlockException(number, "a value in it is of another kind: " + e.getMessage());
        }
    }

    static Hash hash(BsonDocument document, String field) {
        return Hash.of(document.getBinary(field).getData());
    }
}
