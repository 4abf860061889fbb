package io.holdfast.standalone.intake;

import io.holdfast.command.intake.DeclarationFields;
import io.holdfast.command.intake.RefusedDeclarationException;
import io.holdfast.command.intake.RefusedDeclarationException.Kind;
import io.holdfast.runtime.csv.CsvRecord;
import io.holdfast.runtime.json.LanguageJson;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds the JSON of a declaration from a row. Whether the values are allowed is decided by the server, not here. */
final class RowMapper {
    /** A unit or currency that the layout sets for all rows is left out in a row without the amount. */
    private static final Map<String, String> ONLY_WITH =
            Map.of("netMass.unit", "netMass.amount", "value.currency", "value.amount");

    private final Layout layout;
    private final Map<String, Integer> columns = new HashMap<>();

    RowMapper(Layout layout, List<String> header) {
        this.layout = layout;
        for (int i = 0; i < header.size(); i++) {
            columns.put(header.get(i), i);
        }
    }

    /**
     * The row as it is sent to the server; a bad row when the reader found a fault, the layout has no replacement for a
     * value, or a number cannot be parsed.
     */
    FileRow row(CsvRecord record) {
        CsvRecord.Fault fault = record.fault();
        if (fault != null) {
            return new BadRow(record.line(), record.cells(), null, fault.reason());
        }
        try {
            return new Row(record.line(), record.cells(), declaration(record.cells()));
        } catch (RefusedDeclarationException bad) {
            return new BadRow(record.line(), record.cells(), bad.field(), bad.reason());
        }
    }

    private String declaration(List<String> cells) {
        var texts = new LinkedHashMap<String, String>();
        for (String field : layout.fields().keySet()) {
            String text = text(field, cells);
            if (text != null) {
                texts.put(field, text);
            }
        }
        return LanguageJson.mapper().writeValueAsString(DeclarationFields.json(texts));
    }

    private @Nullable String text(String field, List<String> cells) {
        Layout.Source source = layout.fields().get(field);
        if (source == null) {
            return null;
        }
        if (source.constant()) {
            String needs = ONLY_WITH.get(field);
            return needs != null && text(needs, cells) == null ? null : source.column();
        }
        Integer column = columns.get(source.column());
        String text = column == null ? "" : cells.get(column).strip();
        if (text.isEmpty() || source.values().isEmpty()) {
            return text.isEmpty() ? null : text;
        }
        String meaning = source.values().get(text);
        if (meaning == null) {
            throw new RefusedDeclarationException(Kind.INVALID, field, "\"" + text + "\" has no meaning in the layout");
        }
        return meaning;
    }
}
