package io.holdfast.runtime.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import io.holdfast.value.StringValue;
import java.io.Closeable;
import java.io.Flushable;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes CSV (RFC 4180) that is safe to open in a spreadsheet with any list separator: text is escaped by
 * {@link HarmlessCell}, and a cell with a comma, semicolon, tab or line break is quoted. Numbers stay numbers.
 */
public final class SafeCsvWriter implements Closeable, Flushable {
    private static final QuoteStrategy LISTS = new QuoteStrategy() {
        @Override
        public boolean quoteValue(int lineNo, int fieldIdx, String value) {
            return value.indexOf(';') >= 0 || value.indexOf('\t') >= 0;
        }
    };

    private final CsvWriter csv;

    /** @param out where to write; closed together with this writer */
    public SafeCsvWriter(Writer out) {
        this.csv = CsvWriter.builder().quoteStrategy(LISTS).build(out);
    }

    /**
     * Writes a record. A cell is a number, a text, or any other object by its {@code toString}; null becomes an empty
     * cell.
     */
    public void write(List<? extends @Nullable Object> cells) {
        var texts = new ArrayList<String>(cells.size());
        for (Object cell : cells) {
            texts.add(text(cell));
        }
        csv.writeRecord(texts);
    }

    private static String text(@Nullable Object cell) {
        return switch (cell) {
            case null -> "";
            case BigDecimal number -> number.toPlainString();
            case Number number -> number.toString();
            case StringValue value -> HarmlessCell.of(value.value());
            default -> HarmlessCell.of(cell.toString());
        };
    }

    @Override
    public void flush() throws IOException {
        csv.flush();
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
