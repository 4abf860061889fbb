package io.holdfast.projection.workqueue;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Query parameters of a queue as written, in a query or in a saved filter. An absent parameter sets no condition.
 *
 * @param said the text of each parameter, by name
 */
public record FilterTerms(SortedMap<String, String> said) {
    /** No parameters. */
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

    /** The text of a parameter; null if it is absent. */
    public @Nullable String get(String name) {
        return said.get(name);
    }

    /** These terms with one more parameter, unless its value is null. */
    public FilterTerms with(String name, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        var more = new TreeMap<>(said);
        more.put(name, value.toString());
        return new FilterTerms(more);
    }

    /** These terms, completed by the others where they are silent. */
    public FilterTerms over(FilterTerms others) {
        var all = new TreeMap<>(others.said);
        all.putAll(said);
        return new FilterTerms(all);
    }
}
