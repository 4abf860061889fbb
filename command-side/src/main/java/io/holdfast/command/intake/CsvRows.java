package io.holdfast.command.intake;

import io.holdfast.command.intake.RefusedDeclarationException.Kind;
import io.holdfast.runtime.csv.CsvRecord;
import io.holdfast.runtime.csv.CsvTable;
import io.holdfast.runtime.csv.CsvText;
import io.holdfast.runtime.csv.UnusableHeaderException;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.shipment.declaration.Declaration;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** CSV whose columns are the fields of a declaration. */
public final class CsvRows implements RowSource {
    private final CsvTable table;

    /**
     * Reads the header.
     *
     * @param in the request body; the caller closes it
     * @param charset the encoding, unless a byte order mark shows another
     * @throws UnusableHeaderException when there is no header, or it names a column that is not a field
     */
    public CsvRows(InputStream in, Charset charset) throws IOException {
        this.table = new CsvTable(CsvText.of(in, charset));
        DeclarationFields.requireFields(table.columns());
    }

    @Override
    public @Nullable RawRow next() throws IOException {
        CsvRecord next = table.next();
        return next == null ? null : new Row(table.columns(), next);
    }

    private record Row(List<String> columns, CsvRecord record) implements RawRow {
        @Override
        public long line() {
            return record.line();
        }

        @Override
        public int characters() {
            return record.cells().stream().mapToInt(String::length).sum();
        }

        @Override
        public Declaration declaration() {
            CsvRecord.Fault fault = record.fault();
            if (fault != null) {
                throw new RefusedDeclarationException(
                        fault.tooLarge() ? Kind.TOO_LARGE : Kind.MALFORMED, null, fault.reason());
            }
            var texts = new LinkedHashMap<String, String>();
            for (int i = 0; i < columns.size(); i++) {
                texts.put(columns.get(i), record.cells().get(i));
            }
            return DeclarationJson.of(DeclarationFields.json(texts));
        }

        @Override
        public @Nullable ShipmentId shipmentId() {
            int column = columns.indexOf("shipmentId");
            return column < 0 || column >= record.cells().size()
                    ? null
                    : DeclarationJson.shipmentId(record.cells().get(column).strip());
        }
    }
}
