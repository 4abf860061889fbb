package io.holdfast.eventstore.append;

import io.holdfast.eventstore.block.Block;
import io.holdfast.eventstore.block.BlockCodec;
import io.holdfast.eventstore.block.BlockHeader;
import io.holdfast.eventstore.block.StoredEvent;
import io.holdfast.eventstore.integrity.Hash;
import io.holdfast.eventstore.integrity.LogHeader;
import io.holdfast.eventstore.integrity.MerkleTree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bson.BsonArray;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;

/** A block about to be written. It never changes: every retry sends the same document under the same number. */
public final class Draft {

    final List<Commit> commits;
    final BlockHeader header;
    final BlockHeader previous;
    final BsonDocument document;

    Draft(BlockHeader previous, List<Commit> commits, UUID uuid) {
        this.previous = previous;
        this.commits = List.copyOf(commits);
        List<EncodedEvent> events = events();
        long maxAt = previous.maxAt();
        for (EncodedEvent event : events) {
            maxAt = Math.max(maxAt, event.stored.at());
        }
        var sealed = new LogHeader(
                previous.number() + 1, Hash.of(previous.hash().getData()), uuid, maxAt, events.size(), root(events));
        this.header = new BlockHeader(
                sealed.number(), uuid, new BsonBinary(sealed.hash().bytes()), maxAt);
        this.document = document(events, sealed.root());
    }

    List<EncodedEvent> events() {
        return commits.stream().flatMap(commit -> commit.events.stream()).toList();
    }

    public Set<String> keys() {
        Set<String> keys = new HashSet<>();
        events().forEach(event -> keys.add(event.key));
        return keys;
    }

    Set<String> ids() {
        Set<String> ids = new HashSet<>();
        events().forEach(event -> ids.add(event.stored.id()));
        return ids;
    }

    int bytes() {
        return commits.stream().mapToInt(commit -> commit.bytes).sum();
    }

    /** The block as readers would see it, without reading it back. */
    Block asBlock() {
        List<StoredEvent> stored = new ArrayList<>();
        events().forEach(event -> stored.add(event.stored));
        return new Block(header, previous.hash(), stored, bytes());
    }

    private static Hash root(List<EncodedEvent> events) {
        return MerkleTree.root(events.stream().map(event -> event.leaf).toList());
    }

    private BsonDocument document(List<EncodedEvent> events, Hash root) {
        var keys = new BsonArray(events.size());
        var ids = new BsonArray(events.size());
        var bodies = new BsonArray(events.size());
        for (EncodedEvent event : events) {
            keys.add(new BsonString(event.key));
            ids.add(new BsonString(event.stored.id()));
            bodies.add(event.bson);
        }
        return new BsonDocument("_id", new BsonInt64(header.number()))
                .append(BlockCodec.FORMAT, new BsonInt32(LogHeader.FORMAT))
                .append("uuid", new BsonBinary(header.uuid()))
                .append("maxAt", new BsonInt64(header.maxAt()))
                .append(BlockCodec.COUNT, new BsonInt32(events.size()))
                .append(BlockCodec.ROOT, new BsonBinary(root.bytes()))
                .append("previousHash", previous.hash())
                .append("hash", header.hash())
                .append(BlockCodec.KEYS, keys)
                .append(BlockCodec.IDS, ids)
                .append(BlockCodec.EVENTS, bodies);
    }
}
