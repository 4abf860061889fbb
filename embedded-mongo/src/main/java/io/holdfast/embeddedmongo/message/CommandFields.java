package io.holdfast.embeddedmongo.message;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.TypeMismatchException;
import java.util.List;

/** Reads the fields of a command; each method throws {@link TypeMismatchException} if the field is absent or of another type. */
public final class CommandFields {
    private CommandFields() {}

    public static String text(Document from, String field) {
        if (from.get(field) instanceof String text) {
            return text;
        }
        throw new TypeMismatchException("'" + field + "' must be a string");
    }

    public static Document document(Document from, String field) {
        if (from.get(field) instanceof Document document) {
            return document;
        }
        throw new TypeMismatchException("'" + field + "' must be an object");
    }

    public static List<Document> documents(Document from, String field) {
        if (from.get(field) instanceof List<?> list && list.stream().allMatch(Document.class::isInstance)) {
            return list.stream().map(Document.class::cast).toList();
        }
        throw new TypeMismatchException("'" + field + "' must be an array of objects");
    }

    public static List<Long> longs(Document from, String field) {
        if (from.get(field) instanceof List<?> list && list.stream().allMatch(Number.class::isInstance)) {
            return list.stream().map(number -> ((Number) number).longValue()).toList();
        }
        throw new TypeMismatchException("'" + field + "' must be an array of numbers");
    }

    /** Returns 0 if the field is absent. */
    public static long number(Document from, String field) {
        return from.get(field) instanceof Number number ? number.longValue() : 0;
    }
}
