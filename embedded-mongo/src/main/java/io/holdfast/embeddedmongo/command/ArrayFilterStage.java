package io.holdfast.embeddedmongo.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.bwaldvogel.mongo.bson.Document;
import io.holdfast.embeddedmongo.message.Bson;
import io.holdfast.embeddedmongo.message.BsonElements;
import io.holdfast.embeddedmongo.query.DocumentCursor;
import io.holdfast.embeddedmongo.query.Projections;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The stage {@code {$project: {A: {$filter: {input: "$A", as: "v", cond: {$eq: ["$$v.F", {$literal: "text"}]}}}}}}, which keeps the
 * elements of an array that have a given text in a given field. It works on the stored bytes: decoding a large document to keep a small
 * part of it takes many times as long.
 */
final class ArrayFilterStage implements Function<DocumentCursor, byte[]> {
    private static final byte[] ID = {'_', 'i', 'd'};
    private static final int LENGTH = 4;

    private final UnaryOperator<Document> fallback;
    private final byte[] array;
    private final byte[] field;
    private final byte[] text;

    private ArrayFilterStage(Document fields, String array, String field, String text) {
        this.fallback = Projections.of(fields, UnaryOperator.identity());
        this.array = array.getBytes(UTF_8);
        this.field = field.getBytes(UTF_8);
        this.text = text.getBytes(UTF_8);
    }

    /** Takes such a stage off the front of a pipeline; leaves any other stage there. */
    static Optional<ArrayFilterStage> take(List<Document> pipeline) {
        Optional<ArrayFilterStage> filter = pipeline.isEmpty() ? Optional.empty() : of(pipeline.getFirst());
        filter.ifPresent(_ -> pipeline.removeFirst());
        return filter;
    }

    private static Optional<ArrayFilterStage> of(Document stage) {
        if (stage.get("$project") instanceof Document fields && fields.size() == 1) {
            Map.Entry<String, Object> only = fields.entrySet().iterator().next();
            Document filter = inside(only.getValue(), "$filter");
            List<?> sides = inside(filter, "cond").get("$eq") instanceof List<?> list ? list : List.of();
            if (filter.get("as") instanceof String name
                    && sides.size() == 2
                    && sides.getFirst() instanceof String path
                    && path.startsWith("$$" + name + ".")
                    && inside(sides.getLast()).get("$literal") instanceof String text) {
                String field = path.substring(name.length() + 3);
                return Optional.of(new ArrayFilterStage(fields, only.getKey(), field, text))
                        .filter(_ -> isPlain(only.getKey()) && isPlain(field))
                        .filter(_ -> stage.equals(stage(only.getKey(), name, field, text)));
            }
        }
        return Optional.empty();
    }

    private static Document stage(String array, String name, String field, String text) {
        var equal = new Document("$eq", List.of("$$" + name + "." + field, new Document("$literal", text)));
        var filter = new Document("input", "$" + array).append("as", name).append("cond", equal);
        return new Document("$project", new Document(array, new Document("$filter", filter)));
    }

    private static Document inside(@Nullable Object value, String... path) {
        Object found = value;
        for (String name : path) {
            found = found instanceof Document document ? document.get(name) : null;
        }
        return found instanceof Document document ? document : new Document();
    }

    private static boolean isPlain(String name) {
        return !name.isEmpty() && !name.equals("_id") && name.indexOf('.') < 0 && name.indexOf('$') < 0;
    }

    @Override
    public byte[] apply(DocumentCursor source) {
        byte[] bytes = source.bytes();
        ByteBuffer kept =
                ByteBuffer.allocate(bytes.length).order(ByteOrder.LITTLE_ENDIAN).position(LENGTH);
        boolean found = false;
        for (BsonElements elements = new BsonElements(bytes, 0); elements.next(); ) {
            if (elements.isNamed(ID)) {
                kept.put(bytes, elements.start(), elements.end() - elements.start());
            } else if (elements.isNamed(array)) {
                if (elements.type() != BsonElements.ARRAY) {
                    break;
                }
                keep(elements, bytes, kept);
                found = true;
            }
        }
        // a value that is not an array is left to the library's own stage
        end(kept, 0);
        return found ? Arrays.copyOf(kept.array(), kept.position()) : Bson.encode(fallback.apply(source.document()));
    }

    private void keep(BsonElements of, byte[] bytes, ByteBuffer kept) {
        kept.put(bytes, of.start(), of.value() - of.start());
        int start = kept.position();
        kept.position(start + LENGTH);
        for (BsonElements elements = new BsonElements(bytes, of.value()); elements.next(); ) {
            if (elements.type() == BsonElements.DOCUMENT && matches(new BsonElements(bytes, elements.value()))) {
                kept.put(bytes, elements.start(), elements.end() - elements.start());
            }
        }
        end(kept, start);
    }

    private boolean matches(BsonElements fields) {
        while (fields.next()) {
            if (fields.isNamed(field)) {
                return fields.isText(text);
            }
        }
        return false;
    }

    private static void end(ByteBuffer kept, int start) {
        kept.put((byte) 0).putInt(start, kept.position() - start);
    }
}
