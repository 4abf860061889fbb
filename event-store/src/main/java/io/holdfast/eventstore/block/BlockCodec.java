package io.holdfast.eventstore.block;

import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;

/** The document fields of a block; decodes blocks and parts of them. */
public final class BlockCodec {

    public static final String FORMAT = "format";
    public static final String COUNT = "count";
    public static final String ROOT = "root";
    public static final String KEYS = "keys";
    public static final String IDS = "ids";
    public static final String EVENTS = "events";

    private static final BsonDocumentCodec CODEC = new BsonDocumentCodec();

    private BlockCodec() {}

    public static Block block(RawBsonDocument raw) {
        BsonDocument document = raw.decode(CODEC);
        List<StoredEvent> events = new ArrayList<>();
        for (BsonValue event : document.getArray(EVENTS)) {
            events.add(EventCodec.fromBson(event.asDocument()));
        }
        return new Block(
                header(document),
                document.getBinary("previousHash"),
                events,
                raw.getByteBuffer().remaining());
    }

    static BlockHeader header(BsonDocument document) {
        return new BlockHeader(
                document.getNumber("_id").longValue(),
                document.getBinary("uuid").asUuid(),
                document.getBinary("hash"),
                document.getNumber("maxAt").longValue());
    }

    /** The events of one aggregate; the others are not decoded. */
    public static List<StoredEvent> eventsOf(String aggregate, RawBsonDocument raw) {
        List<StoredEvent> events = new ArrayList<>();
        for (BsonValue value : raw.getArray(EVENTS)) {
            var event = (RawBsonDocument) value.asDocument();
            BsonValue owner = event.get(EventCodec.AGGREGATE);
            if (owner != null && owner.asString().getValue().equals(aggregate)) {
                events.add(EventCodec.fromBson(event.decode(CODEC)));
            }
        }
        return events;
    }
}
