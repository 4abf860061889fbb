package io.holdfast.standalone.intake;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Makes the JSON of a declaration out of a row. What the values may be is the server's to judge, not ours. */
final class RowMapper {
    private static final Set<String> NUMBERS = Set.of("netMass.amount", "value.amount", "taxRate");
    /** A unit or currency means nothing without its amount. */
    private static final Map<String, String> ONLY_WITH =
            Map.of("netMass.unit", "netMass.amount", "value.currency", "value.amount");

    private final JsonMapper json = JsonMapper.shared();
    private final Layout layout;
    private final Map<String, Integer> columns;

    RowMapper(Layout layout, List<String> header) {
        this.layout = layout;
        var index = new HashMap<String, Integer>();
        for (int i = 0; i < header.size(); i++) {
            index.putIfAbsent(header.get(i), i);
        }
        this.columns = Map.copyOf(index);
    }

    /** One line of JSON. @throws BadRow for too few or many fields, a value without a meaning, or a number that is none */
    String declaration(List<String> row) throws BadRow {
        if (row.size() != columns.size()) {
            throw new BadRow(null, "has " + row.size() + " fields instead of " + columns.size());
        }
        if (row.stream().anyMatch(text -> text.indexOf('\uFFFD') >= 0)) {
            throw new BadRow(null, "is not UTF-8");
        }
        ObjectNode declaration = json.createObjectNode();
        for (String field : layout.fields().keySet()) {
            String needs = ONLY_WITH.get(field);
            String text = needs != null && text(needs, row) == null ? null : text(field, row);
            if (text != null) {
                put(declaration, field, text);
            }
        }
        return json.writeValueAsString(declaration);
    }

    private @Nullable String text(String field, List<String> row) throws BadRow {
        Layout.Source source = layout.fields().get(field);
        if (source == null) {
            return null;
        }
        Integer column = columns.get(source.column());
        String text = source.constant() || column == null
                ? source.column()
                : row.get(column).strip();
        if (text.isEmpty() || source.values().isEmpty()) {
            return text.isEmpty() ? null : text;
        }
        String meaning = source.values().get(text);
        if (meaning == null) {
            throw new BadRow(field, "\"" + text + "\" has no meaning in the layout");
        }
        return meaning;
    }

    private static void put(ObjectNode declaration, String field, String text) throws BadRow {
        int dot = field.indexOf('.');
        ObjectNode target = dot < 0 ? declaration : declaration.withObjectProperty(field.substring(0, dot));
        String name = field.substring(dot + 1);
        if (NUMBERS.contains(field)) {
            target.put(name, number(field, text));
        } else {
            target.put(name, text);
        }
    }

    private static BigDecimal number(String field, String text) throws BadRow {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException notANumber) {
            throw new BadRow(field, "\"" + text + "\" is not a number");
        }
    }
}
