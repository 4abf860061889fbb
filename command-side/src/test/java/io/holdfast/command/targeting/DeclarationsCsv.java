package io.holdfast.command.targeting;

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
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The Customs Import Declaration Datasets (Jeong et al., arXiv 2208.02484), if they are present beside the project;
 * never part of it.
 */
final class DeclarationsCsv {
    private static final Map<String, String> ATTRIBUTES = Map.of(
            "Process Type", "processType",
            "Import Type", "importType",
            "Import Use", "importUse",
            "Payment Type", "paymentType",
            "Tax Type", "taxType",
            "Country of Origin Indicator", "originIndicator");

    private DeclarationsCsv() {}

    record Labelled(Declaration declaration, boolean positive) {}

    /** ../shared/data beside the project, or the folder named by the system property holdfast.data. */
    static Path file(String name) {
        return Path.of(System.getProperty("holdfast.data", "../../shared/data")).resolve(name);
    }

    static boolean present() {
        return Files.isReadable(file("declarations-train.csv")) && Files.isReadable(file("declarations-valid.csv"));
    }

    static List<Labelled> read(String name) {
        try (var csv = CsvReader.builder().ofNamedCsvRecord(file(name))) {
            return csv.stream().map(DeclarationsCsv::labelled).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Labelled labelled(NamedCsvRecord row) {
        var attributes = new TreeMap<String, String>();
        ATTRIBUTES.forEach((column, name) -> {
            if (!row.getField(column).isBlank()) {
                attributes.put(name, row.getField(column));
            }
        });
        return new Labelled(declaration(row, attributes), row.getField("Fraud").equals("1"));
    }

    private static Declaration declaration(NamedCsvRecord row, Map<String, String> attributes) {
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
                attributes);
    }

    /** Parses a decimal; the file has values such as 0.30000000000000004, from binary fractions. */
    private static BigDecimal number(NamedCsvRecord row, String column) {
        return new BigDecimal(row.getField(column)).setScale(6, RoundingMode.HALF_EVEN);
    }

    private static PartyId party(NamedCsvRecord row, String column) {
        String id = row.getField(column);
        return id.isBlank() ? null : new PartyId(id);
    }
}
