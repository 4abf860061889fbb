package io.holdfast.projection.answer;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Rows to export, either as lines of JSON or as CSV with a header.
 *
 * @param columns the CSV columns
 * @param rows iterated once, while they are written; they need not all be in memory
 */
public record Table<T>(List<Column<T>> columns, Iterable<T> rows) {
    public Table {
        columns = List.copyOf(columns);
    }

    /**
     * A CSV column.
     *
     * @param name the header
     * @param cell the value of the column for a row: a text, a number, a date or a value type; an empty cell if null
     */
    public record Column<T>(String name, Function<T, @Nullable Object> cell) {}
}
