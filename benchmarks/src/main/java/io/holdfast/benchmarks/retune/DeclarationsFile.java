package io.holdfast.benchmarks.retune;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.shipment.declaration.Declaration;
import io.holdfast.value.CountryCode;
import io.holdfast.value.Hs6;
import io.holdfast.value.Mass;
import io.holdfast.value.MassUnit;
import io.holdfast.value.Money;
import io.holdfast.value.PartyId;
import io.holdfast.value.PortCode;
import io.holdfast.value.TransportMode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The Customs Import Declaration Datasets (Jeong, Kim, Park, Choi, arXiv 2208.02484): 22 columns, two of them labels. */
final class DeclarationsFile {
    private static final Map<String, String> ATTRIBUTES = Map.of(
            "Process Type", "processType",
            "Import Type", "importType",
            "Import Use", "importUse",
            "Payment Type", "paymentType",
            "Tax Type", "taxType",
            "Country of Origin Indicator", "originIndicator");

    private DeclarationsFile() {}

    /**
     * All rows, in the order of their days.
     *
     * @throws IOException when there is no such file
     * @throws IllegalArgumentException when it has another layout
     */
    static List<LabelledRow> read(Path file) throws IOException {
        try (var csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            return csv.stream()
                    .map(DeclarationsFile::row)
                    .sorted(Comparator.comparing(LabelledRow::on))
                    .toList();
        } catch (RuntimeException malformed) {
            throw new IllegalArgumentException(file + " is not of the layout of the declarations", malformed);
        }
    }

    private static LabelledRow row(NamedCsvRecord row) {
        boolean critical = row.getField("Critical Fraud").equals("2");
        return new LabelledRow(declaration(row), row.getField("Fraud").equals("1"), critical, false);
    }

    private static Declaration declaration(NamedCsvRecord row) {
        return new Declaration(
                new ShipmentId(row.getField("Declaration ID")),
                LocalDate.parse(row.getField("Date")),
                new PortCode(row.getField("Office ID")),
                TransportMode.ofCode(Integer.parseInt(row.getField("Mode of Transport")) / 10),
                new PartyId(row.getField("Declarant ID")),
                party(row, "Importer ID"),
                party(row, "Seller ID"),
                party(row, "Courier ID"),
                new Hs6(row.getField("HS6 Code")),
                new CountryCode(row.getField("Country of Departure")),
                new CountryCode(row.getField("Country of Origin")),
                new Mass(number(row, "Net Mass"), MassUnit.KG),
                new Money(number(row, "Item Price"), Currency.getInstance("KRW")),
                number(row, "Tax Rate"),
                null,
                null,
                null,
                null,
                attributes(row));
    }

    private static Map<String, String> attributes(NamedCsvRecord row) {
        var attributes = new TreeMap<String, String>();
        ATTRIBUTES.forEach((column, name) -> {
            if (!row.getField(column).isBlank()) {
                attributes.put(name, row.getField(column));
            }
        });
        return attributes;
    }

    /** Parses a decimal; the file has values such as 0.30000000000000004, from binary fractions. */
    private static BigDecimal number(NamedCsvRecord row, String column) {
        return new BigDecimal(row.getField(column)).setScale(6, RoundingMode.HALF_EVEN);
    }

    private static @Nullable PartyId party(NamedCsvRecord row, String column) {
        String id = row.getField(column);
        return id.isBlank() ? null : new PartyId(id);
    }
}
