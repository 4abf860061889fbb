package io.holdfast.standalone.intake;

import io.holdfast.command.intake.DeclarationFields;
import io.holdfast.runtime.csv.UnusableHeaderException;
import io.holdfast.standalone.cli.CommandLineException;
import io.holdfast.standalone.intake.Layout.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Reads a layout from a properties file in UTF-8, of {@value #MAX_BYTES} bytes at most. {@code field = Column} uses a
 * column, {@code field = 'text'} the same text in every row, {@code field.values.X = Y} replaces X by Y (every other
 * value is then rejected), {@code ignored = A, B} ignores columns, {@code ignored = *} all others. Fields are those of
 * a declaration as in the API, with a dot for nested ones: {@code netMass.amount}, {@code attributes.taxType}.
 */
final class LayoutFile {
    private static final int MAX_BYTES = 1024 * 1024;
    private static final String VALUES = ".values.";
    private static final String IGNORED = "ignored";

    private LayoutFile() {}

    /**
     * Reads a layout from the user's file.
     *
     * @throws CommandLineException when it cannot be read, is invalid, or lacks a required field
     */
    static Layout read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new CommandLineException("the mapping " + file + " is longer than " + MAX_BYTES + " bytes");
            }
            return parse(file.toString(), bytes);
        } catch (IOException unreadable) {
            throw new CommandLineException("the mapping " + file + " cannot be read: " + unreadable.getMessage());
        }
    }

    /** A layout shipped in the jar. */
    static Layout shipped(String name) {
        String resource = "/layouts/" + name + ".properties";
        try (InputStream stream = LayoutFile.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException(resource + " is not in the jar");
            }
            return parse(resource, stream.readAllBytes());
        } catch (IOException unreadable) {
            throw new IllegalStateException(resource, unreadable);
        }
    }

    private static Layout parse(String name, byte[] utf8) throws IOException {
        var properties = new EachOnce(name);
        try {
            properties.load(new StringReader(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString()));
        } catch (CharacterCodingException notUtf8) {
            throw new CommandLineException("the mapping " + name + " is not UTF-8");
        } catch (IllegalArgumentException malformed) {
            throw new CommandLineException("the mapping " + name + " is malformed: " + malformed.getMessage());
        }
        var fields = new TreeMap<String, Source>();
        for (String key : properties.stringPropertyNames()) {
            if (!key.equals(IGNORED) && !key.contains(VALUES)) {
                fields.put(key, source(name, key, properties));
            }
        }
        requireKnown(name, properties, fields);
        return new Layout(fields, ignored(properties));
    }

    private static void requireKnown(String name, Properties properties, Map<String, Source> fields) {
        for (String key : properties.stringPropertyNames()) {
            int values = key.indexOf(VALUES);
            String field = values < 0 ? key : key.substring(0, values);
            if (!key.equals(IGNORED) && !DeclarationFields.isField(field)) {
                throw new CommandLineException("the mapping " + name + " names " + UnusableHeaderException.shown(field)
                        + ", which is no field of a declaration; fields are " + DeclarationFields.all());
            }
            if (values >= 0 && !fields.containsKey(field)) {
                throw new CommandLineException(
                        "the mapping " + name + " gives values of " + field + ", but no column for it");
            }
        }
        for (String field : Layout.REQUIRED) {
            if (!fields.containsKey(field)) {
                throw new CommandLineException("the mapping " + name + " says nothing about " + field);
            }
        }
    }

    private static Source source(String name, String field, Properties properties) {
        String text = properties.getProperty(field).strip();
        if (text.isEmpty()) {
            throw new CommandLineException("the mapping " + name + " names no column for " + field);
        }
        boolean constant = text.length() >= 2 && text.startsWith("'") && text.endsWith("'");
        return new Source(
                constant ? text.substring(1, text.length() - 1) : text, constant, valuesOf(field, properties));
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

    private static Set<String> ignored(Properties properties) {
        return Arrays.stream(properties.getProperty(IGNORED, "").split(","))
                .map(String::strip)
                .filter(column -> !column.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Properties that refuse duplicate keys; otherwise the last one would silently win. */
    private static final class EachOnce extends Properties {
        private static final long serialVersionUID = 1L;

        private final String name;

        EachOnce(String name) {
            this.name = name;
        }

        @Override
        public synchronized Object put(Object key, Object value) {
            if (containsKey(key)) {
                throw new CommandLineException("the mapping " + name + " says " + key + " twice");
            }
            return super.put(key, value);
        }
    }
}
