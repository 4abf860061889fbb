package io.holdfast.embeddedmongo.query;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import io.holdfast.embeddedmongo.index.KeyEncoder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The conditions that a filter sets on single fields, as far as an index can use them: necessary conditions, joined by "and".
 * {@link #exact()} tells whether they are also sufficient.
 */
final class ScanConditions {
    private static final Pattern LITERAL_START =
            Pattern.compile("\\^(?:\\\\Q(.*?)\\\\E|((?:[\\w /:@#,;%&=<>~!\"'-]|\\\\\\W)+))(.*)", Pattern.DOTALL);

    /** A bound on one side. Like MongoDB, it compares with values of its own type only. */
    record Bound(Object value, boolean inclusive) {}

    /** The conditions on one field. */
    static final class Field {
        @Nullable List<@Nullable Object> points;

        @Nullable Bound lower;

        @Nullable Bound upper;

        @Nullable String prefix;

        boolean overdetermined;

        boolean isRange() {
            return lower != null || upper != null || prefix != null;
        }

        /** Bounds of two types match nothing, which an index that uses only one of them cannot know. */
        boolean isOfOneType() {
            return lower == null
                    || upper == null
                    || KeyEncoder.typeOf(lower.value()) == KeyEncoder.typeOf(upper.value());
        }

        /** Whether an index on the field can serve all of its conditions. */
        boolean isFullyServed() {
            return !overdetermined && !(points != null && isRange()) && prefix == null;
        }
    }

    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final List<List<Document>> alternatives = new ArrayList<>();
    private boolean exact = true;

    static ScanConditions of(Document... filters) {
        ScanConditions conditions = new ScanConditions();
        for (Document filter : filters) {
            conditions.addAll(filter);
        }
        return conditions;
    }

    @Nullable Field field(String name) {
        return fields.get(name);
    }

    Map<String, Field> fields() {
        return fields;
    }

    /** The branches of each {@code $or}. */
    List<List<Document>> alternatives() {
        return alternatives;
    }

    boolean exact() {
        return exact;
    }

    private void addAll(Document filter) {
        filter.forEach((name, value) -> {
            switch (name) {
                case "$and" -> documents(value).forEach(this::addAll);
                case "$or" -> {
                    exact = false;
                    alternatives.add(documents(value));
                }
                case "$comment" -> {
                    // sets no condition
                }
                default -> {
                    if (name.startsWith("$")) {
                        exact = false;
                    } else {
                        addField(name, value);
                    }
                }
            }
        });
    }

    private static List<Document> documents(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream()
                        .filter(Document.class::isInstance)
                        .map(Document.class::cast)
                        .toList()
                : List.of();
    }

    private void addField(String name, @Nullable Object value) {
        if (BsonRegularExpression.isRegularExpression(value)) {
            addPrefix(name, BsonRegularExpression.convertToRegularExpression(value));
        } else if (value instanceof Document operators
                && !operators.isEmpty()
                && operators.keySet().iterator().next().startsWith("$")) {
            operators.forEach((operator, operand) -> addOperator(name, operator, operand));
        } else {
            addPoints(name, Collections.singletonList(value));
        }
    }

    private void addOperator(String name, String operator, @Nullable Object operand) {
        switch (operator) {
            case "$eq" -> addPoints(name, Collections.singletonList(operand));
            case "$in" -> addPoints(name, operand instanceof Collection<?> list ? new ArrayList<>(list) : List.of());
            case "$gt" -> addLower(name, operand, false);
            case "$gte" -> addLower(name, operand, true);
            case "$lt" -> addUpper(name, operand, false);
            case "$lte" -> addUpper(name, operand, true);
            case "$exists" -> {
                exact = false;
                if (Boolean.FALSE.equals(operand) && !name.contains(".")) {
                    addPoints(name, Collections.singletonList(null));
                }
            }
            default -> exact = false;
        }
    }

    private void addPoints(String name, List<@Nullable Object> values) {
        for (Object value : values) {
            boolean absentInside = value == null && name.contains(".");
            if (absentInside || value instanceof Collection || value instanceof BsonRegularExpression) {
                exact = false;
                return;
            }
            exact &= value != null && !(value instanceof Map) && !(value instanceof Decimal128);
        }
        Field field = fieldOf(name);
        if (field.points != null) {
            field.overdetermined = true;
        }
        if (field.points == null || values.size() < field.points.size()) {
            field.points = values;
        }
    }

    private void addLower(String name, @Nullable Object value, boolean inclusive) {
        if (isBound(value) && value != null) {
            Field field = fieldOf(name);
            field.overdetermined |= field.lower != null;
            field.lower = new Bound(value, inclusive);
            exact &= field.isOfOneType();
        }
    }

    private void addUpper(String name, @Nullable Object value, boolean inclusive) {
        if (isBound(value) && value != null) {
            Field field = fieldOf(name);
            field.overdetermined |= field.upper != null;
            field.upper = new Bound(value, inclusive);
            exact &= field.isOfOneType();
        }
    }

    private boolean isBound(@Nullable Object value) {
        boolean usable = value != null
                && !(value instanceof Map
                        || value instanceof Collection
                        || value instanceof MinKey
                        || value instanceof MaxKey
                        || value instanceof BsonRegularExpression);
        exact &= usable && !(value instanceof Decimal128);
        return usable;
    }

    private void addPrefix(String name, BsonRegularExpression expression) {
        exact = false;
        if (expression.getOptions() == null || expression.getOptions().isEmpty()) {
            literalStart(expression.getPattern()).ifPresent(start -> fieldOf(name).prefix = start);
        }
    }

    /** The literal text that every match starts with, if the pattern fixes one. */
    static Optional<String> literalStart(String pattern) {
        Matcher matcher = LITERAL_START.matcher(pattern);
        if (pattern.contains("|") || !matcher.matches()) {
            return Optional.empty();
        }
        String rest = matcher.group(3);
        if (matcher.group(1) != null) {
            return Optional.of(matcher.group(1)).filter(text -> !text.isEmpty());
        }
        String text = matcher.group(2);
        if (!rest.isEmpty() && "?*{".indexOf(rest.charAt(0)) >= 0) {
            text = text.substring(
                    0, text.length() - (text.length() > 1 && text.charAt(text.length() - 2) == '\\' ? 2 : 1));
        }
        return Optional.of(text.replaceAll("\\\\(\\W)", "$1")).filter(start -> !start.isEmpty());
    }

    private Field fieldOf(String name) {
        return fields.computeIfAbsent(name, _ -> new Field());
    }
}
