package io.holdfast.command.intake;

import io.holdfast.command.intake.CsvRecords.CsvRecord;
import io.holdfast.command.intake.RefusedDeclaration.Kind;
import io.holdfast.runtime.json.LanguageJson;
import io.holdfast.shipment.Declaration;
import io.holdfast.shipment.ShipmentId;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** CSV with a header line; an empty cell is an absent value, and blanks around a value do not count. */
public final class CsvRows implements RowSource {
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,30}(\\.[0-9]{1,30})?([eE][+-]?[0-9]{1,3})?");

    private final CsvRecords records;
    private final CsvHeader header;

    /**
     * Reads the header.
     *
     * @param in the request; stays the caller's to close
     * @throws UnusableHeader when there is none, or it names what is no field
     */
    public CsvRows(InputStream in) throws IOException {
        this.records = new CsvRecords(in);
        CsvRecord first = records.next();
        if (first == null) {
            throw new UnusableHeader("there is no header line");
        }
        RefusedDeclaration refused = first.refused();
        if (refused != null) {
            throw new UnusableHeader("the header line " + refused.reason());
        }
        this.header = new CsvHeader(first.cells());
    }

    @Override
    public @Nullable RawRow next() throws IOException {
        CsvRecord next = records.next();
        return next == null ? null : new Row(header, next);
    }

    private record Row(CsvHeader header, CsvRecord record) implements RawRow {
        @Override
        public long line() {
            return record.line();
        }

        @Override
        public Declaration declaration() {
            RefusedDeclaration refused = record.refused();
            if (refused != null) {
                throw refused;
            }
            List<String> columns = header.columns();
            if (record.cells().size() != columns.size()) {
                throw new RefusedDeclaration(
                        Kind.MALFORMED, null, "has " + record.cells().size() + " fields instead of " + columns.size());
            }
            ObjectNode tree = LanguageJson.mapper().createObjectNode();
            for (int i = 0; i < columns.size(); i++) {
                String text = record.cells().get(i).strip();
                if (!text.isEmpty()) {
                    put(tree, columns.get(i), text);
                }
            }
            return DeclarationJson.of(tree);
        }

        @Override
        public @Nullable ShipmentId shipmentId() {
            int column = header.columns().indexOf("shipmentId");
            return column < 0 || column >= record.cells().size()
                    ? null
                    : DeclarationJson.shipmentId(record.cells().get(column).strip());
        }

        private static void put(ObjectNode tree, String column, String text) {
            int dot = column.indexOf('.');
            ObjectNode parent = dot < 0 ? tree : tree.withObjectProperty(column.substring(0, dot));
            String name = column.substring(dot + 1);
            if (!CsvHeader.isNumber(column)) {
                parent.put(name, text);
            } else if (NUMBER.matcher(text).matches()) {
                parent.put(name, new BigDecimal(text));
            } else {
                throw new RefusedDeclaration(Kind.WRONG_TYPE, column, "must be a number");
            }
        }
    }
}
