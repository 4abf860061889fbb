package io.holdfast.projection.answer;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.holdfast.runtime.csv.SafeCsvWriter;
import io.holdfast.runtime.json.LanguageJson;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectWriter;

/** Writes a {@link Table} line by line, as CSV (RFC 4180, UTF-8, safe in spreadsheets) or as JSON lines. */
@Component
class TableConverter extends AbstractHttpMessageConverter<Table<?>> {
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
            writeCsv(table, new SafeCsvWriter(out));
        }
        out.flush();
    }

    private static <T> void writeCsv(Table<T> table, SafeCsvWriter csv) throws IOException {
        csv.write(table.columns().stream().map(Table.Column::name).toList());
        for (T row : table.rows()) {
            var cells = new ArrayList<@Nullable Object>();
            for (Table.Column<T> column : table.columns()) {
                cells.add(column.cell().apply(row));
            }
            csv.write(cells);
        }
        csv.flush();
    }
}
