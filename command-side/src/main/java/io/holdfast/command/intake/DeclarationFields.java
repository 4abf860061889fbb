package io.holdfast.command.intake;

import io.holdfast.command.intake.RefusedDeclarationException.Kind;
import io.holdfast.runtime.csv.UnusableHeaderException;
import io.holdfast.runtime.json.LanguageJson;
import io.holdfast.shipment.declaration.Declaration;
import io.holdfast.value.Mass;
import io.holdfast.value.Money;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/**
 * The fields of a {@link Declaration} by name, with a dot for nested ones, such as {@code netMass.amount} or
 * {@code attributes.taxType}. The one place that interprets a row of texts, for CSV streams and for the import client.
 */
public final class DeclarationFields {
    private static final String ATTRIBUTE = "attributes.";
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,30}(\\.[0-9]{1,30})?([eE][+-]?[0-9]{1,3})?");
    private static final Pattern DECIMAL_COMMA = Pattern.compile("[+-]?[0-9. ]{0,30},[0-9]{1,30}");
    private static final Set<String> NUMBERS = new TreeSet<>();
    private static final Set<String> FIELDS = fields("", Declaration.class);

    private DeclarationFields() {}

    /** Whether a declaration has a field of this name. */
    public static boolean isField(String name) {
        return FIELDS.contains(name) || name.startsWith(ATTRIBUTE) && name.length() > ATTRIBUTE.length();
    }

    /** The names of all fields, as text for a message. */
    public static String all() {
        return String.join(", ", FIELDS) + " and attributes.NAME";
    }

    /** @throws UnusableHeaderException for a column that is not a field */
    public static void requireFields(List<String> columns) {
        for (String column : columns) {
            if (!isField(column)) {
                throw new UnusableHeaderException("the header names a column " + UnusableHeaderException.shown(column)
                        + ", which is no field of a declaration; fields are " + all());
            }
        }
    }

    /**
     * Builds the JSON of a declaration from texts.
     *
     * @param texts by field; an empty or blank text means that the value is absent, and surrounding blanks are removed
     * @throws RefusedDeclarationException for a number that cannot be parsed
     */
    public static ObjectNode json(Map<String, String> texts) {
        ObjectNode declaration = LanguageJson.mapper().createObjectNode();
        texts.forEach((field, text) -> {
            if (!text.isBlank()) {
                put(declaration, field, text.strip());
            }
        });
        return declaration;
    }

    private static void put(ObjectNode declaration, String field, String text) {
        int dot = field.indexOf('.');
        ObjectNode parent = dot < 0 ? declaration : declaration.withObjectProperty(field.substring(0, dot));
        String name = field.substring(dot + 1);
        if (!NUMBERS.contains(field)) {
            parent.put(name, text);
        } else if (NUMBER.matcher(text).matches()) {
            parent.put(name, new BigDecimal(text));
        } else {
            boolean comma = DECIMAL_COMMA.matcher(text).matches();
            throw new RefusedDeclarationException(
                    Kind.WRONG_TYPE, field, "must be a number" + (comma ? " with a decimal point, not a comma" : ""));
        }
    }

    private static Set<String> fields(String prefix, Class<?> type) {
        var names = new TreeSet<String>();
        for (RecordComponent component : type.getRecordComponents()) {
            String name = prefix + component.getName();
            if (component.getType() == Mass.class || component.getType() == Money.class) {
                names.addAll(fields(name + ".", component.getType()));
            } else if (!name.equals("attributes")) {
                names.add(name);
            }
            if (component.getType() == BigDecimal.class) {
                NUMBERS.add(name);
            }
        }
        return names;
    }
}
