package io.holdfast.eventstore;

import io.holdfast.eventstore.block.Block;
import io.holdfast.eventstore.block.StoredEvent;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonValue;

/** Computes the hash of a block from the README's description alone, without the code under test. */
final class HashByTheBook {

    private HashByTheBook() {}

    static byte[] of(Block block) throws Exception {
        var head = new ByteArrayOutputStream();
        var out = new DataOutputStream(head);
        out.writeByte(2);
        out.write(block.previousHash().getData());
        out.writeLong(block.number());
        out.writeLong(block.header().uuid().getMostSignificantBits());
        out.writeLong(block.header().uuid().getLeastSignificantBits());
        out.writeLong(block.header().maxAt());
        out.writeInt(block.events().size());
        out.write(root(block.events()));
        return sha256(head.toByteArray());
    }

    static byte[] root(List<StoredEvent> events) throws Exception {
        List<byte[]> level = new ArrayList<>();
        for (StoredEvent event : events) {
            level.add(sha256(new byte[] {0}, canonical(event)));
        }
        while (level.size() > 1) {
            List<byte[]> above = new ArrayList<>();
            for (int i = 0; i + 1 < level.size(); i += 2) {
                above.add(sha256(new byte[] {1}, level.get(i), level.get(i + 1)));
            }
            if (level.size() % 2 == 1) {
                above.add(level.getLast());
            }
            level = above;
        }
        return level.getFirst();
    }

    private static byte[] sha256(byte[]... parts) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    private static byte[] canonical(StoredEvent event) throws Exception {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        text(out, event.aggregate());
        text(out, event.type());
        out.writeLong(event.sequence());
        text(out, event.id());
        text(out, event.name());
        text(out, event.revision());
        out.writeLong(event.at());
        content(out, event.payload());
        content(out, event.metadata());
        return bytes.toByteArray();
    }

    private static void content(DataOutputStream out, BsonValue value) throws Exception {
        byte[] bytes = value.isString()
                ? value.asString().getValue().getBytes(StandardCharsets.UTF_8)
                : value.asBinary().getData();
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static void text(DataOutputStream out, String text) throws Exception {
        if (text == null) {
            out.writeInt(-1);
        } else {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            out.writeInt(bytes.length);
            out.write(bytes);
        }
    }
}
