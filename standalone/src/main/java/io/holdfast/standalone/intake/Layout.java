package io.holdfast.standalone.intake;

import io.holdfast.command.intake.DeclarationFields;
import io.holdfast.runtime.csv.UnusableHeaderException;
import io.holdfast.standalone.cli.CommandLineException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Maps the columns of a file to the fields of a declaration. Every column is mapped or ignored by name: an unknown
 * column is refused, because it may be a field with a misspelled name.
 */
final class Layout {
    /** Stands for all columns that no field uses. */
    static final String ALL_OTHERS = "*";

    static final List<String> REQUIRED = List.of(
            "shipmentId",
            "declaredOn",
            "port",
            "transportMode",
            "declarant",
            "hs6",
            "countryOfDeparture",
            "countryOfOrigin");

    /** Where the text of one field comes from; {@code values} is empty when texts are used unchanged. */
    record Source(String column, boolean constant, Map<String, String> values) {}

    private final Map<String, Source> fields;
    private final Set<String> ignored;

    Layout(Map<String, Source> fields, Set<String> ignored) {
        this.fields = new TreeMap<>(fields);
        this.ignored = Set.copyOf(ignored);
    }

    /** Fields in alphabetical order, each with its source. */
    Map<String, Source> fields() {
        return fields;
    }

    /**
     * The layout for a header when the user gives none: the shipped layout whose required columns are all there, or the
     * columns are field names themselves, as in the API.
     *
     * @throws CommandLineException when neither applies
     */
    static Layout ofHeader(List<String> header) {
        Layout shipped = LayoutFile.shipped("customs-import-declarations");
        if (header.containsAll(shipped.requiredColumns())) {
            return shipped.within(header);
        }
        if (header.stream().noneMatch(DeclarationFields::isField)) {
            throw new CommandLineException("no shipped layout fits the columns "
                    + UnusableHeaderException.shown(String.join(", ", header)) + "; name one with --mapping FILE");
        }
        return ofFields(header);
    }

    private static Layout ofFields(List<String> header) {
        try {
            DeclarationFields.requireFields(header);
        } catch (UnusableHeaderException unknown) {
            throw new CommandLineException(unknown.getMessage() + "; other columns need a layout (--mapping FILE)");
        }
        for (String field : REQUIRED) {
            if (!header.contains(field)) {
                throw new CommandLineException("the header has no column \"" + field + "\", which a declaration needs");
            }
        }
        var fields = new TreeMap<String, Source>();
        header.forEach(column -> fields.put(column, new Source(column, false, Map.of())));
        return new Layout(fields, Set.of());
    }

    /**
     * The same layout without optional fields whose column is missing in the file.
     *
     * @throws CommandLineException when a required column is missing, or the file has a column that is neither used nor
     *     ignored
     */
    Layout within(List<String> header) {
        var present = new TreeMap<>(fields);
        present.values().removeIf(source -> !source.constant() && !header.contains(source.column()));
        for (String field : REQUIRED) {
            Source source = fields.get(field);
            if (source != null && !present.containsKey(field)) {
                throw new CommandLineException(
                        "the file has no column \"" + source.column() + "\", which the layout takes for " + field);
            }
        }
        requireKnown(header);
        return new Layout(present, ignored);
    }

    private void requireKnown(List<String> header) {
        var known = new HashSet<>(ignored);
        fields.values().stream().filter(source -> !source.constant()).forEach(source -> known.add(source.column()));
        List<String> unknown =
                header.stream().filter(column -> !known.contains(column)).toList();
        if (!unknown.isEmpty() && !ignored.contains(ALL_OTHERS)) {
            throw new CommandLineException("the layout says nothing about the column "
                    + UnusableHeaderException.shown(unknown.getFirst()) + "; name it behind a field, or as ignored = "
                    + String.join(", ", unknown.stream().limit(5).toList()));
        }
    }

    private List<String> requiredColumns() {
        return REQUIRED.stream()
                .map(fields::get)
                .filter(source -> source != null && !source.constant())
                .map(Source::column)
                .toList();
    }
}
