package io.holdfast.runtime.json;

import io.holdfast.value.InvalidValueException;
import io.holdfast.value.StringValue;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/**
 * Explains to the sender why a JSON document was refused, without class names or stack traces.
 *
 * @param kind the kind of mistake
 * @param field the path to the place, such as {@code lines[0].quantity.amount}; {@value #WHOLE} for the document as a
 *     whole
 * @param reason what is wrong, worded to follow the field
 */
public record JsonRefusal(Kind kind, String field, String reason) {
    static final String WHOLE = "json";

    /** The kinds of mistakes. */
    public enum Kind {
        /** It is not JSON, or it exceeds the limits on what is read. */
        MALFORMED,
        /** It has a property that does not exist here. */
        UNKNOWN_FIELD,
        /** A value has a different JSON type than expected. */
        WRONG_TYPE,
        /** The JSON type is right but the value is not, or a required value is missing. */
        INVALID_VALUE
    }

    /** Explains an exception of the mapper from {@link LanguageJson}. */
    public static JsonRefusal of(JacksonException refused) {
        String path = path(refused);
        return switch (refused) {
            case ValueInstantiationException e
            when e.getCause() instanceof InvalidValueException value ->
                invalid(
                        join(
                                path,
                                value.name(),
                                e.getType() == null ? null : e.getType().getRawClass()),
                        value.reason());
            case UnrecognizedPropertyException _ -> new JsonRefusal(Kind.UNKNOWN_FIELD, path, "is not known here");
            case InvalidFormatException e
            when e.getTargetType() != null && e.getTargetType().isEnum() -> ofEnum(e, path);
            case InvalidFormatException e
            when e.getValue() instanceof String && isText(e.getTargetType()) -> invalid(path, "is not valid");
            case InvalidNullException _ -> invalid(path, "is required");
            case MismatchedInputException e when isMissing(e) -> invalid(path, "is required");
            case MismatchedInputException e when message(e).startsWith("Trailing token") -> malformed(e);
            case MismatchedInputException e -> new JsonRefusal(Kind.WRONG_TYPE, path, "must be " + expected(e));
            case InputCoercionException _ ->
                new JsonRefusal(Kind.WRONG_TYPE, path, "must be a whole number within its range");
            default -> malformed(refused);
        };
    }

    /** The same refusal as the exception that value types throw. */
    public InvalidValueException asException() {
        return new InvalidValueException(field, reason);
    }

    private static JsonRefusal invalid(String field, String reason) {
        return new JsonRefusal(Kind.INVALID_VALUE, field, reason);
    }

    private static JsonRefusal ofEnum(InvalidFormatException e, String path) {
        if (!(e.getValue() instanceof String)) {
            return new JsonRefusal(Kind.WRONG_TYPE, path, "must be a string");
        }
        String names = Arrays.stream(e.getTargetType().getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .collect(Collectors.joining(", "));
        return invalid(path, "must be one of " + names);
    }

    private static JsonRefusal malformed(JacksonException refused) {
        var place = refused.getLocation();
        String where = place == null || place.getLineNr() < 1
                ? ""
                : " (line " + place.getLineNr() + ", column " + place.getColumnNr() + ")";
        return new JsonRefusal(
                Kind.MALFORMED, WHOLE, "is malformed, repeats a property or is beyond the limits" + where);
    }

    private static boolean isText(@Nullable Class<?> type) {
        return type != null
                && !Number.class.isAssignableFrom(type)
                && !type.isPrimitive()
                && type != Boolean.class
                && !isObject(type);
    }

    /** Whether a primitive was null or absent; the mapper has no exception of its own for this. */
    private static boolean isMissing(MismatchedInputException e) {
        return e.getTargetType() != null
                && e.getTargetType().isPrimitive()
                && message(e).startsWith("Cannot map `null`");
    }

    private static String message(MismatchedInputException e) {
        return String.valueOf(e.getOriginalMessage());
    }

    private static String expected(MismatchedInputException e) {
        Class<?> type = e.getTargetType();
        if (type == null) {
            return "of another JSON type";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
            return "a whole number within its range";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type) || type == BigDecimal.class) {
            return "a number";
        }
        if (Iterable.class.isAssignableFrom(type) || type.isArray()) {
            return "an array";
        }
        return isObject(type) || Map.class.isAssignableFrom(type) ? "an object" : "a string";
    }

    private static boolean isObject(Class<?> type) {
        return type.isRecord() && !StringValue.class.isAssignableFrom(type);
    }

    /**
     * Joins path and name, dropping a type name at the start of the name ({@code quantity.amount}), because the path
     * already contains it.
     */
    private static String join(String path, String name, @Nullable Class<?> type) {
        if (type == null || !isObject(type)) {
            return path.equals(WHOLE) ? name : path;
        }
        RecordComponent[] components = type.getRecordComponents();
        String head = name.split("[. (]", 2)[0];
        boolean known = Arrays.stream(components)
                .anyMatch(component -> component.getName().equals(head));
        String rest = known || !name.contains(".") ? name : name.substring(name.indexOf('.') + 1);
        return path.equals(WHOLE) ? rest : path + "." + rest;
    }

    private static String path(JacksonException refused) {
        var text = new StringBuilder();
        for (JacksonException.Reference step : refused.getPath()) {
            if (step.getPropertyName() == null) {
                text.append('[').append(step.getIndex()).append(']');
            } else {
                text.append(text.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return text.isEmpty() ? WHOLE : text.toString();
    }
}
