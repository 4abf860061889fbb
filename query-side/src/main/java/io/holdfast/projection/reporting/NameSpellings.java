package io.holdfast.projection.reporting;

import io.holdfast.value.Text;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Picks one spelling for each name that people have typed in several ways: the smallest, so the answer does not depend
 * on order. Names are compared by {@link Text#key}.
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

    /** The chosen spelling; the name itself if it is unknown, and null for null. */
    @Nullable String spelling(@Nullable String name) {
        return name == null ? null : spelled(name);
    }

    /** The same as {@link #spelling} for a name that is not null. */
    String spelled(String name) {
        return spellings.getOrDefault(key(name), name);
    }

    /** Cached, because many rows share few names. */
    private String key(String name) {
        return keys.computeIfAbsent(name, Text::key);
    }
}
