package io.holdfast.projection.answer;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Rows of an answer for export: each a line of JSON, or a line of CSV below a header.
 *
 * @param columns what CSV shows of a row
 * @param rows gone through once, while they are written; they need not all be in memory
 */
public record Table<T>(List<Column<T>> columns, Iterable<T> rows) {
    public Table {
        columns = List.copyOf(columns);
    }

    /**
     * A column of CSV.
     *
     * @param name the header
     * @param cell what stands in it: a text, a number, a date, a value type; empty when null
     */
    public record Column<T>(String name, Function<T, @Nullable Object> cell) {}
}
