package io.holdfast.eventstore;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.bson.BsonValue;

/** The hash of a block worked out from the README's description alone, with no help from the code under test. */
final class HashByTheBook {

    private HashByTheBook() {}

    static byte[] of(Block block) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        var head = new ByteArrayOutputStream();
        var out = new DataOutputStream(head);
        out.writeByte(1);
        out.write(block.previousHash().getData());
        out.writeLong(block.number());
        out.writeLong(block.header().uuid().getMostSignificantBits());
        out.writeLong(block.header().uuid().getLeastSignificantBits());
        out.writeLong(block.header().maxAt());
        out.writeInt(block.events().size());
        for (StoredEvent event : block.events()) {
            byte[] canonical = canonical(event);
            out.writeInt(canonical.length);
            out.write(canonical);
        }
        return digest.digest(head.toByteArray());
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
