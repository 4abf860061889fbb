package io.holdfast.projection.casefile;

import io.holdfast.query.CaseFile;
import io.holdfast.query.CompareCaseFiles.Change;
import io.holdfast.runtime.json.LanguageJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Computes the changes between two case files, as paths into their JSON. Applied in order, they turn one into the
 * other.
 */
final class CaseDiff {
    private static final JsonMapper JSON = LanguageJson.mapper();

    private final List<Change> changes = new ArrayList<>();

    private CaseDiff() {}

    static List<Change> between(CaseFile before, CaseFile after) {
        var diff = new CaseDiff();
        diff.compare("", JSON.valueToTree(before), JSON.valueToTree(after));
        return diff.changes;
    }

    private void compare(String path, @Nullable JsonNode before, @Nullable JsonNode after) {
        if (before != null && after != null && before.isObject() && after.isObject()) {
            compareFields(path, before, after);
        } else if (before != null && after != null && before.isArray() && after.isArray()) {
            compareItems(path, before, after);
        } else if (before == null || !before.equals(after)) {
            changes.add(new Change(path, plain(before), plain(after)));
        }
    }

    private void compareFields(String path, JsonNode before, JsonNode after) {
        var names = new LinkedHashSet<>(before.propertyNames());
        names.addAll(after.propertyNames());
        names.forEach(name -> compare(path + "/" + escaped(name), before.get(name), after.get(name)));
    }

    /**
     * Compares arrays index by index. Items removed at the end are listed last first, so that earlier indexes stay
     * valid.
     */
    private void compareItems(String path, JsonNode before, JsonNode after) {
        int both = Math.min(before.size(), after.size());
        for (int i = 0; i < both; i++) {
            compareItem(path + "/" + i, before.get(i), after.get(i));
        }
        for (int i = both; i < after.size(); i++) {
            compare(path + "/" + i, null, after.get(i));
        }
        for (int i = before.size() - 1; i >= both; i--) {
            compare(path + "/" + i, before.get(i), null);
        }
    }

    /** If another thing is in the same place, reports one change of the whole instead of one for each field. */
    private void compareItem(String path, JsonNode before, JsonNode after) {
        if (sameThing(before, after)) {
            compare(path, before, after);
        } else {
            changes.add(new Change(path, plain(before), plain(after)));
        }
    }

    private static boolean sameThing(JsonNode before, JsonNode after) {
        return before.propertyNames().stream()
                .filter(CaseDiff::identifies)
                .allMatch(name -> before.get(name).equals(after.get(name)));
    }

    private static boolean identifies(String name) {
        return name.endsWith("Id") || name.equals("id") || name.equals("status") || name.equals("version");
    }

    /** Escapes a name for a JSON Pointer (RFC 6901, section 3). */
    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static @Nullable Object plain(@Nullable JsonNode node) {
        return switch (node) {
            case null -> null;
            case JsonNode object
            when object.isObject() -> {
                Map<String, @Nullable Object> fields = new LinkedHashMap<>();
                object.properties().forEach(field -> fields.put(field.getKey(), plain(field.getValue())));
                yield fields;
            }
            case JsonNode array
            when array.isArray() -> array.valueStream().map(CaseDiff::plain).toList();
            case JsonNode number when number.isNumber() -> number.numberValue();
            case JsonNode truth when truth.isBoolean() -> truth.booleanValue();
            default -> node.asString();
        };
    }
}
