package io.holdfast.eventstore.append;

import io.holdfast.eventstore.block.EventCodec;
import io.holdfast.eventstore.block.StoredEvent;
import io.holdfast.eventstore.integrity.MerkleTree;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.serialization.Serializer;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;

/** An event encoded for writing. Encoding happens on the appender's thread, not on the committer's. */
final class EncodedEvent {

    private static final BsonDocumentCodec CODEC = new BsonDocumentCodec();

    final EventMessage<?> message;
    final StoredEvent stored;
    final String key;
    final RawBsonDocument bson;
    final byte[] leaf;

    EncodedEvent(EventMessage<?> message, Serializer serializer) {
        this.message = message;
        this.stored = EventCodec.fromMessage(message, serializer);
        this.key = stored.key();
        this.bson = new RawBsonDocument(EventCodec.toBson(stored), CODEC);
        this.leaf = MerkleTree.leaf(EventCodec.plain(stored).canonical());
    }

    /** Bytes it takes in the block, including its share of the two key arrays. */
    int size() {
        return bson.getByteBuffer().remaining() + 2 * key.length() + 80;
    }
}
