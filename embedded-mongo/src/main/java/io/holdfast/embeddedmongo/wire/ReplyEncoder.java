package io.holdfast.embeddedmongo.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.OpCode;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.holdfast.embeddedmongo.message.BsonElements;
import io.holdfast.embeddedmongo.message.Replies.Batch;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.MessageToByteEncoder;
import java.util.List;

/**
 * Writes OP_MSG replies. The documents of a batch are copied as they are stored: decoding and encoding them again would cost more than
 * finding them.
 */
final class ReplyEncoder extends MessageToByteEncoder<MongoMessage> {
    private static final int TYPICAL_BYTES = 512;

    ReplyEncoder() {
        super(MongoMessage.class);
    }

    @Override
    protected ByteBuf allocateBuffer(ChannelHandlerContext context, MongoMessage message, boolean preferDirect) {
        int bytes = TYPICAL_BYTES;
        if (message.getDocument().get("cursor") instanceof Document cursor) {
            for (Object value : cursor.values()) {
                bytes += value instanceof Batch batch ? size(batch) : 0;
            }
        }
        return context.alloc().ioBuffer(bytes);
    }

    private static int size(Batch batch) {
        // each document is preceded by its type, its number and a zero
        return batch.documents().stream()
                .mapToInt(document -> document.length + 8)
                .sum();
    }

    @Override
    protected void encode(ChannelHandlerContext context, MongoMessage message, ByteBuf out) {
        out.writeIntLE(0);
        out.writeIntLE(message.getHeader().getRequestID());
        out.writeIntLE(message.getHeader().getResponseTo());
        out.writeIntLE(OpCode.OP_MSG.getId());
        out.writeIntLE(message.getFlags());
        out.writeByte(MongoMessage.SECTION_KIND_BODY);
        write(message.getDocument(), out);
        out.setIntLE(0, out.writerIndex());
    }

    private static void write(Document document, ByteBuf out) {
        int start = begin(out);
        document.forEach((name, value) -> {
            switch (value) {
                case Batch batch -> {
                    name(BsonElements.ARRAY, name.getBytes(UTF_8), out);
                    write(batch.documents(), out);
                }
                case Document inner -> {
                    name(BsonElements.DOCUMENT, name.getBytes(UTF_8), out);
                    write(inner, out);
                }
                case null, default -> writePlain(name, value, out);
            }
        });
        end(start, out);
    }

    private static void write(List<byte[]> documents, ByteBuf out) {
        int start = begin(out);
        for (int i = 0; i < documents.size(); i++) {
            name(BsonElements.DOCUMENT, Integer.toString(i).getBytes(US_ASCII), out);
            out.writeBytes(documents.get(i));
        }
        end(start, out);
    }

    /** The library encodes whole documents only: this takes the single element out of one. */
    private static void writePlain(String name, Object value, ByteBuf out) {
        int start = out.writerIndex();
        BsonEncoder.encodeDocument(new Document(name, value), out);
        int element = out.writerIndex() - start - Integer.BYTES - 1;
        out.setBytes(start, out, start + Integer.BYTES, element);
        out.writerIndex(start + element);
    }

    private static void name(int type, byte[] name, ByteBuf out) {
        out.writeByte(type).writeBytes(name).writeByte(0);
    }

    private static int begin(ByteBuf out) {
        int start = out.writerIndex();
        out.writeIntLE(0);
        return start;
    }

    private static void end(int start, ByteBuf out) {
        out.writeByte(0);
        out.setIntLE(start, out.writerIndex() - start);
    }
}
