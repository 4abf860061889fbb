package io.holdfast.projection.workqueue;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Query parameters of a queue as they were written, in a question or in a saved filter; one that is absent says nothing.
 *
 * @param said the text of each, by its name
 */
public record FilterTerms(SortedMap<String, String> said) {
    /** Nothing is said. */
    public static final FilterTerms NONE = new FilterTerms(new TreeMap<>());

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public FilterTerms {
        said = Collections.unmodifiableSortedMap(new TreeMap<>(said));
    }

    @Override
    @JsonValue
    public SortedMap<String, String> said() {
        return said;
    }

    /** What was said of one; null when nothing was. */
    public @Nullable String get(String name) {
        return said.get(name);
    }

    /** With one more, unless it is absent. */
    public FilterTerms with(String name, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        var more = new TreeMap<>(said);
        more.put(name, value.toString());
        return new FilterTerms(more);
    }

    /** These, and where they say nothing the others. */
    public FilterTerms over(FilterTerms others) {
        var all = new TreeMap<>(others.said);
        all.putAll(said);
        return new FilterTerms(all);
    }
}
