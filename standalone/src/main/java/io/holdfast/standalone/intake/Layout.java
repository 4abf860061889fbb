package io.holdfast.standalone.intake;

import io.holdfast.standalone.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which column of a file fills which field of a declaration.
 *
 * <p>A layout is a properties file. {@code field = Column} takes a column, {@code field = 'text'} the same text in every
 * row, {@code field.values.X = Y} says what X means (then every other value is rejected). Fields are those of a
 * declaration as the API takes them, with a dot for what is nested: {@code netMass.amount}, {@code attributes.taxType}.
 */
final class Layout {
    private static final List<String> SHIPPED = List.of("declaration", "customs-import-declarations");
    private static final String VALUES = ".values.";
    private static final Set<String> REQUIRED = Set.of(
            "shipmentId",
            "declaredOn",
            "port",
            "transportMode",
            "declarant",
            "hs6",
            "countryOfDeparture",
            "countryOfOrigin");

    /** Where the text of one field comes from; the values are empty when every text stands for itself. */
    record Source(String column, boolean constant, Map<String, String> values) {}

    private final Map<String, Source> fields;

    private Layout(Map<String, Source> fields) {
        this.fields = fields;
    }

    /** Fields in alphabetical order, each with its source. */
    Map<String, Source> fields() {
        return fields;
    }

    /** The layout in a file of the user's. @throws Refusal when it cannot be read or leaves a required field out */
    static Layout read(Path file) {
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return parse(file.toString(), reader);
        } catch (IOException unreadable) {
            throw new Refusal("the mapping " + file + " cannot be read: " + unreadable.getMessage());
        }
    }

    /** The shipped layout whose required columns a header has. @throws Refusal when none has */
    static Layout ofHeader(List<String> header) {
        return SHIPPED.stream()
                .map(Layout::shipped)
                .filter(layout -> header.containsAll(layout.requiredColumns()))
                .findFirst()
                .map(layout -> layout.within(header))
                .orElseThrow(() -> new Refusal("no shipped layout fits the columns " + String.join(", ", header)
                        + "; name one with --mapping FILE"));
    }

    /** The same layout without optional fields whose column a file lacks. @throws Refusal when a required column lacks */
    Layout within(List<String> header) {
        var present = new TreeMap<>(fields);
        present.values().removeIf(source -> !source.constant() && !header.contains(source.column()));
        for (String field : REQUIRED) {
            Source source = fields.get(field);
            if (source != null && !present.containsKey(field)) {
                throw new Refusal(
                        "the file has no column \"" + source.column() + "\", which the layout takes for " + field);
            }
        }
        return new Layout(present);
    }

    private List<String> requiredColumns() {
        return REQUIRED.stream()
                .map(fields::get)
                .filter(source -> source != null && !source.constant())
                .map(Source::column)
                .toList();
    }

    private static Layout shipped(String name) {
        String resource = "/layouts/" + name + ".properties";
        try (InputStream stream = Layout.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException(resource + " is not in the jar");
            }
            return parse(resource, new StringReader(new String(stream.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException unreadable) {
            throw new IllegalStateException(resource, unreadable);
        }
    }

    private static Layout parse(String name, Reader reader) throws IOException {
        var properties = new Properties();
        try {
            properties.load(reader);
        } catch (IllegalArgumentException malformed) {
            throw new Refusal("the mapping " + name + " is malformed: " + malformed.getMessage());
        }
        var fields = new TreeMap<String, Source>();
        for (String key : properties.stringPropertyNames()) {
            if (!key.contains(VALUES)) {
                fields.put(key, source(properties.getProperty(key), valuesOf(key, properties)));
            }
        }
        for (String field : REQUIRED) {
            if (!fields.containsKey(field)) {
                throw new Refusal("the mapping " + name + " says nothing about " + field);
            }
        }
        return new Layout(fields);
    }

    private static Source source(String text, Map<String, String> values) {
        boolean constant = text.length() >= 2 && text.startsWith("'") && text.endsWith("'");
        return new Source(constant ? text.substring(1, text.length() - 1) : text.strip(), constant, values);
    }

    private static Map<String, String> valuesOf(String field, Properties properties) {
        var values = new HashMap<String, String>();
        String prefix = field + VALUES;
        for (String key : properties.stringPropertyNames()) {
            if (key.startsWith(prefix)) {
                values.put(
                        key.substring(prefix.length()),
                        properties.getProperty(key).strip());
            }
        }
        return Map.copyOf(values);
    }
}
