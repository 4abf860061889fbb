package io.holdfast.embeddedmongo;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.TypeMismatchException;
import java.util.List;

/** Reads the fields of a command; each throws {@link TypeMismatchException} when the field is absent or of another type. */
final class Fields {
    private Fields() {}

    static String text(Document from, String field) {
        if (from.get(field) instanceof String text) {
            return text;
        }
        throw new TypeMismatchException("'" + field + "' must be a string");
    }

    static Document document(Document from, String field) {
        if (from.get(field) instanceof Document document) {
            return document;
        }
        throw new TypeMismatchException("'" + field + "' must be an object");
    }

    static List<Document> documents(Document from, String field) {
        if (from.get(field) instanceof List<?> list && list.stream().allMatch(Document.class::isInstance)) {
            return list.stream().map(Document.class::cast).toList();
        }
        throw new TypeMismatchException("'" + field + "' must be an array of objects");
    }

    static List<Long> longs(Document from, String field) {
        if (from.get(field) instanceof List<?> list && list.stream().allMatch(Number.class::isInstance)) {
            return list.stream().map(number -> ((Number) number).longValue()).toList();
        }
        throw new TypeMismatchException("'" + field + "' must be an array of numbers");
    }

    /** 0 when it is absent. */
    static long number(Document from, String field) {
        return from.get(field) instanceof Number number ? number.longValue() : 0;
    }
}
