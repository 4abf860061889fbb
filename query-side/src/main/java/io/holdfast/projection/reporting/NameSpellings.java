package io.holdfast.projection.reporting;

import io.holdfast.value.Text;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One spelling of each name that people have typed in several: the least of them, so that the answer is the same whatever
 * comes first. A name is compared by its {@link Text#key}.
 */
final class NameSpellings {
    private final Map<String, String> spellings = new HashMap<>();
    private final Map<String, String> keys = new HashMap<>();

    void add(@Nullable String... names) {
        for (String name : names) {
            if (name != null) {
                spellings.merge(key(name), name, (one, other) -> one.compareTo(other) <= 0 ? one : other);
            }
        }
    }

    /** The spelling for all that are this name; itself when it is unknown, and null for none. */
    @Nullable String spelling(@Nullable String name) {
        return name == null ? null : spelled(name);
    }

    /** As {@link #spelling}, of a name that is there. */
    String spelled(String name) {
        return spellings.getOrDefault(key(name), name);
    }

    /** Many rows have few names. */
    private String key(String name) {
        return keys.computeIfAbsent(name, Text::key);
    }
}
