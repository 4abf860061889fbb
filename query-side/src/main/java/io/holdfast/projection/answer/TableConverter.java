package io.holdfast.projection.answer;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.holdfast.runtime.json.LanguageJson;
import io.holdfast.value.StringValue;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectWriter;

/** Writes a {@link Table} line by line, as CSV (RFC 4180, UTF-8) or as JSON lines. */
@Component
class TableConverter extends AbstractHttpMessageConverter<Table<?>> {
    /** What a spreadsheet would take for a formula at the start of a cell. */
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private static final ObjectWriter JSON = LanguageJson.mapper().writer();

    TableConverter() {
        super(UTF_8, Tables.CSV, Tables.NDJSON);
    }

    @Override
    protected boolean supports(Class<?> type) {
        return type == Table.class;
    }

    @Override
    public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
        return false;
    }

    @Override
    protected Table<?> readInternal(Class<? extends Table<?>> type, HttpInputMessage message) {
        throw new HttpMessageNotReadableException("A table is written only", message);
    }

    @Override
    protected void writeInternal(Table<?> table, HttpOutputMessage message) throws IOException {
        MediaType type = message.getHeaders().getContentType();
        Writer out = new BufferedWriter(new OutputStreamWriter(message.getBody(), UTF_8));
        if (Tables.NDJSON.isCompatibleWith(type)) {
            for (Object row : table.rows()) {
                out.write(JSON.writeValueAsString(row));
                out.write('\n');
            }
        } else {
            writeCsv(table, CsvWriter.builder().build(out));
        }
        out.flush();
    }

    private static <T> void writeCsv(Table<T> table, CsvWriter csv) throws IOException {
        csv.writeRecord(table.columns().stream().map(Table.Column::name).toList());
        for (T row : table.rows()) {
            csv.writeRecord(table.columns().stream()
                    .map(column -> text(column.cell().apply(row)))
                    .toList());
        }
        csv.flush();
    }

    private static String text(@Nullable Object cell) {
        return switch (cell) {
            case null -> "";
            case BigDecimal number -> number.toPlainString();
            case StringValue value -> harmless(value.value());
            case String text -> harmless(text);
            default -> cell.toString();
        };
    }

    /** Free text must not become a formula where the file is opened. */
    private static String harmless(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
