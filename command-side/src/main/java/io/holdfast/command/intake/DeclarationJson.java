package io.holdfast.command.intake;

import io.holdfast.command.intake.RefusedDeclarationException.Kind;
import io.holdfast.runtime.json.JsonRefusal;
import io.holdfast.runtime.json.LanguageJson;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.shipment.declaration.Declaration;
import io.holdfast.value.InvalidValueException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads declarations from JSON. A fault is reported as a field and a reason. */
public final class DeclarationJson {
    /** The longest declaration that is accepted: 64 KB. */
    public static final int MAX_BYTES = 64 * 1024;

    private static final JsonMapper MAPPER = LanguageJson.mapper();
    /** The field name that validation uses for a fault of the document as a whole. */
    private static final String WHOLE = "json";

    private DeclarationJson() {}

    /** @throws RefusedDeclarationException when it is not a valid declaration */
    public static Declaration read(byte[] json) {
        String text = Utf8.decode(json, 0, json.length);
        if (text.isBlank()) {
            throw new RefusedDeclarationException(Kind.MALFORMED, null, "There is nothing in the body");
        }
        return reading(() -> MAPPER.readValue(text, Declaration.class));
    }

    /** As {@link #read}, from a parsed tree. */
    static Declaration of(JsonNode tree) {
        return reading(() -> MAPPER.treeToValue(tree, Declaration.class));
    }

    /** A row whose line has not been parsed yet. */
    static RawRow row(long line, byte[] json) {
        return new Row(line, json);
    }

    /** The shipment id in a text; null when the text is not a valid one. */
    static @Nullable ShipmentId shipmentId(@Nullable String text) {
        try {
            return text == null ? null : new ShipmentId(text);
        } catch (InvalidValueException e) {
            return null;
        }
    }

    @FunctionalInterface
    private interface Reading {
        @Nullable Declaration read();
    }

    private static Declaration reading(Reading reading) {
        try {
            Declaration declaration = reading.read();
            if (declaration == null) {
                throw new RefusedDeclarationException(Kind.WRONG_TYPE, null, "must be an object, is null");
            }
            return declaration;
        } catch (JacksonException e) {
            throw refused(JsonRefusal.of(e));
        }
    }

    private static RefusedDeclarationException refused(JsonRefusal refusal) {
        Kind kind = switch (refusal.kind()) {
            case MALFORMED -> Kind.MALFORMED;
            case UNKNOWN_FIELD -> Kind.UNKNOWN_FIELD;
            case WRONG_TYPE -> Kind.WRONG_TYPE;
            case INVALID_VALUE -> Kind.INVALID;
        };
        boolean whole = refusal.field().equals(WHOLE);
        return new RefusedDeclarationException(
                kind, whole ? null : refusal.field(), whole ? WHOLE + " " + refusal.reason() : refusal.reason());
    }

    private record Row(long line, byte[] json) implements RawRow {
        @Override
        public int characters() {
            return json.length;
        }

        @Override
        public Declaration declaration() {
            return read(json);
        }

        @Override
        public @Nullable ShipmentId shipmentId() {
            try {
                return DeclarationJson.shipmentId(MAPPER.readTree(Utf8.decode(json, 0, json.length))
                        .path("shipmentId")
                        .stringValue(null));
            } catch (JacksonException | RefusedDeclarationException unreadable) {
                return null;
            }
        }
    }
}
