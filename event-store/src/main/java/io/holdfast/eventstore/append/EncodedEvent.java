package io.holdfast.eventstore.append;

import io.holdfast.eventstore.block.EventCodec;
import io.holdfast.eventstore.block.StoredEvent;
import io.holdfast.eventstore.integrity.MerkleTree;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.serialization.Serializer;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;

/** An event ready to be written. The appender's own thread does this work, not the one that writes blocks. */
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

    /** Bytes in the block, its share of the two key arrays included. */
    int size() {
        return bson.getByteBuffer().remaining() + 2 * key.length() + 80;
    }
}
